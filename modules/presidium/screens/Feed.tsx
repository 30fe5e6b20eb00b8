import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { closeFeed, openFeed } from "../contract.ts"
import type { Presidium } from "./PresidiumPage.tsx"

/** The union's calendar for phones: an address that works as long as nobody closes it, shown once. */
export function Feed({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  const [address, setAddress] = useState<string>()
  const opening = useDo(openFeed, { done: t("feed.opened") })
  const closing = useDo(closeFeed, { done: t("feed.closed") })
  const make = async () => {
    const made = await opening.run({ union: of.union.id })
    if (made) setAddress(new URL(made.address, location.origin).href)
  }
  const close = async () => {
    if (await closing.run({ union: of.union.id })) setAddress(undefined)
  }
  if (!of.can["presidium.open-feed"]) return null
  return (
    <section className="panel">
      <h2>{t("feed.title")}</h2>
      <p className="muted">{t("feed.lead")}</p>
      {address ? (
        <>
          <Input readOnly value={address} aria-label={t("feed.address")} onFocus={(e) => e.target.select()} />
          <p className="muted">{t("feed.once")}</p>
        </>
      ) : of.feed ? (
        <p>{t("feed.is-open", { by: of.feed.by, time: say.recorded(of.feed.at) })}</p>
      ) : null}
      <div className="presidium-row">
        {of.feed ? (
          <ConfirmButton
            loading={opening.busy}
            ask={t("feed.renew-ask")}
            detail={t("feed.renew-detail")}
            onConfirm={make}
          >
            {t("feed.renew")}
          </ConfirmButton>
        ) : (
          <Button loading={opening.busy} onClick={() => void make()}>
            {t("feed.open")}
          </Button>
        )}
        <Can of={{ close: of.feed !== null }} verb="close">
          <ConfirmButton
            danger
            loading={closing.busy}
            ask={t("feed.close-ask")}
            detail={t("feed.close-detail")}
            onConfirm={close}
          >
            {t("feed.close")}
          </ConfirmButton>
        </Can>
      </div>
    </section>
  )
}

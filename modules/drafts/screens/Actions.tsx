import { Button } from "antd"
import type { ReactNode } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draftsDrop, draftsShare } from "../contract.ts"
import type { Draft } from "./editing.ts"

/** Share, drop, back to the list. */
export function Actions({ seen: { draft, can } }: { seen: Draft }): ReactNode {
  const t = useWords("drafts")
  const go = useGo()
  const share = useDo(draftsShare, { done: t(draft.shared ? "one.unshared" : "one.shared") })
  const drop = useDo(draftsDrop, { done: t("one.dropped") })
  const onDrop = async () => {
    if (await drop.run({ id: draft.id })) go("/office/drafts")
  }
  return (
    <>
      {can.change ? (
        <>
          <Button
            loading={share.busy}
            onClick={() => void share.run({ id: draft.id, shared: !draft.shared })}
          >
            {t(draft.shared ? "one.unshare" : "one.share")}
          </Button>
          <ConfirmButton
            danger
            ask={t("one.drop-ask", { title: draft.title })}
            detail={t("one.drop-detail")}
            onConfirm={onDrop}
          >
            {t("one.drop")}
          </ConfirmButton>
        </>
      ) : null}
      <Go to="/office/drafts" className="button">
        {t("one.all")}
      </Go>
    </>
  )
}

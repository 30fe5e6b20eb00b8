import { type ReactNode, useState } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { postDecryption } from "../contract.ts"
import { type Ceremony, openBox } from "./ceremony.ts"
import type { TrusteeKept } from "./keeping.ts"

/** After closing: this trustee's part of opening the box. Single ballots stay shut; the sums alone are opened. */
export function OpenBox({ id, of, own }: { id: string; of: Ceremony; own: TrusteeKept }): ReactNode {
  const t = useWords("elections")
  const [working, setWorking] = useState(false)
  const [foreign, setForeign] = useState(false)
  const { run, busy, refused } = useDo(postDecryption, { quiet: true, done: t("trustee.box-opened") })
  const work = async () => {
    setWorking(true)
    setForeign(false)
    try {
      const body = await openBox(of, own.secret)
      await run({ id, body })
    } catch {
      setForeign(true)
    }
    setWorking(false)
  }
  return (
    <>
      <h2>{t("trustee.open-box")}</h2>
      <p>{t("trustee.open-more", { threshold: of.threshold, size: of.size })}</p>
      {refused ? <Problem refusal={refused} /> : null}
      {foreign ? <p className="elections-late">{t("trustee.foreign")}</p> : null}
      <ConfirmButton
        type="primary"
        size="large"
        block
        loading={working || busy}
        ask={t("trustee.open-ask")}
        detail={t("trustee.open-detail")}
        onConfirm={work}
      >
        {t("trustee.open-box")}
      </ConfirmButton>
    </>
  )
}

import type { ReactNode } from "react"
import { forget } from "#kit/web/kept.ts"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { signOut } from "#modules/accounts/contract.ts"

/** Out: what this device kept goes first, connection or not. */
export function LeaveButton(): ReactNode {
  const t = useWords("home")
  const { run, busy } = useDo(signOut)
  const leave = async () => {
    forget()
    if (await run({})) location.assign("/")
  }
  return (
    <button type="button" className="home-leave" disabled={busy} onClick={() => void leave()}>
      {t("sign-out")}
    </button>
  )
}

import type { ReactNode } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { close } from "../contract.ts"
import type { Request } from "./RequestPage.tsx"

/** The reviewer's last word on what was accounted for. */
export function CloseIt({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const { run, busy } = useDo(close, { done: t("close.done") })
  if (!r.can.close) return null
  return (
    <section className="panel approvals-close">
      <p>{t("close.lead")}</p>
      <ConfirmButton
        type="primary"
        loading={busy}
        ask={t("close.ask", { title: r.title })}
        detail={t("close.detail")}
        onConfirm={() => run({ id: r.id })}
      >
        {t("close.go")}
      </ConfirmButton>
    </section>
  )
}

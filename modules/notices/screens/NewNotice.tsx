import type { ReactNode } from "react"
import { useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { form } from "../contract.ts"
import { NoticeForm } from "./NoticeForm.tsx"
import { useWriting } from "./writing.ts"

/** A notice is begun. */
export default function NewNotice(): ReactNode {
  const t = useWords("notices")
  const go = useGo()
  const { write, busy, refused } = useWriting()
  return (
    <Page narrow title={t("form.new")} lead={t("form.lead")}>
      <Answer of={useAsk(form, {})}>
        {(offered) => (
          <NoticeForm
            offered={offered}
            busy={busy}
            refused={refused}
            onGo={write}
            onCancel={() => go("/office/notices")}
          />
        )}
      </Answer>
    </Page>
  )
}

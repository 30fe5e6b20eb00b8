import type { ReactNode } from "react"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { form, one } from "../contract.ts"
import { NoticeForm } from "./NoticeForm.tsx"
import { useWriting } from "./writing.ts"

/** A notice that is not yet published, changed. */
export default function EditNotice(): ReactNode {
  const t = useWords("notices")
  const go = useGo()
  const id = useParam("id")
  const { write, busy, refused } = useWriting(id)
  const offered = useAsk(form, {})
  return (
    <PageOf of={useAsk(one, { id })} title={t("form.edit")}>
      {(of) => (
        <Page narrow title={t("form.edit")} lead={t("form.lead")}>
          <Answer of={offered}>
            {(offered) => (
              <NoticeForm
                offered={offered}
                draft={{ from: `${of.from.office}/${of.from.place}`, content: of.content }}
                busy={busy}
                refused={refused}
                onGo={write}
                onCancel={() => go(`/office/notices/${id}`)}
              />
            )}
          </Answer>
        </Page>
      )}
    </PageOf>
  )
}

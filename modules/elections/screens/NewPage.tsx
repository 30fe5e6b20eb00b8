import type { ReactNode } from "react"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { create } from "../contract.ts"
import { choices } from "../contract-asked.ts"
import { TermsForm } from "./TermsForm.tsx"

/** A new vote of an assembly. */
export default function NewPage(): ReactNode {
  const t = useWords("elections")
  const assembly = useParam("id")
  const go = useGo()
  const { run, busy, refused } = useDo(create, { quiet: true, done: t("terms.created") })
  return (
    <Page title={t("list.new")} lead={t("terms.lead")} narrow>
      <AssemblyNav id={assembly} now="elections" />
      <Answer of={useAsk(choices, { assembly })} rows={8}>
        {(from) => (
          <TermsForm
            assembly={assembly}
            from={from}
            busy={busy}
            refused={refused}
            go={t("terms.create")}
            onGo={async (terms) => {
              const made = await run({ ...terms, assembly })
              if (made) go(`/office/elections/${made.id}`)
            }}
          />
        )}
      </Answer>
    </Page>
  )
}

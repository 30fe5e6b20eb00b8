import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { change } from "../contract.ts"
import { choices, one } from "../contract-asked.ts"
import { TermsForm } from "./TermsForm.tsx"

/** Change the arrangements of a vote not yet open. What hangs on them begins anew: rules, keys, ballots. */
export default function ChangePage(): ReactNode {
  const t = useWords("elections")
  return (
    <PageOf of={useAsk(one, { id: useParam("id") })} title={t("terms.change")}>
      {(of) => <Change of={of} />}
    </PageOf>
  )
}

function Change({ of }: { of: Out<typeof one> }): ReactNode {
  const t = useWords("elections")
  const go = useGo()
  const { run, busy, refused } = useDo(change, { quiet: true, done: t("terms.changed") })
  return (
    <Page title={t("terms.change")} lead={t("terms.change-lead")} narrow>
      <AssemblyNav id={of.assembly.id} now="elections" />
      <Answer of={useAsk(choices, { assembly: of.assembly.id })} rows={8}>
        {(from) => (
          <TermsForm
            assembly={of.assembly.id}
            from={from}
            of={of}
            busy={busy}
            refused={refused}
            go={t("terms.keep")}
            onGo={async (terms) => {
              if (await run({ ...terms, id: of.id })) go(`/office/elections/${of.id}`)
            }}
          />
        )}
      </Answer>
    </Page>
  )
}

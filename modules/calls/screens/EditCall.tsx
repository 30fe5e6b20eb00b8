import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { correct, edit, work } from "../contract.ts"
import { Editor } from "./Editor.tsx"

/** A draft is written anew; what is published is put right in the open, with a reason. */
export default function EditCall(): ReactNode {
  const id = useParam("id")
  return <Answer of={useAsk(work, { id })}>{(call) => <Form call={call} />}</Answer>
}

function Form({ call }: { call: Out<typeof work> }): ReactNode {
  const t = useWords("calls")
  const go = useGo()
  const editing = useDo(edit, { quiet: true, done: t("edit.saved") })
  const correcting = useDo(correct, { quiet: true, done: t("edit.corrected") })
  const back = () => go(`/office/calls/${call.id}`)
  const open = call.can.correct
  if (!open && !call.can.edit) return <Empty title={t("edit.ended")} />
  const { title, text, contact, opensOn, closesOn, posts } = call
  return (
    <Page
      title={t(open ? "edit.correct-title" : "edit.title")}
      lead={open ? t("edit.correct-lead") : call.unionName}
      narrow
    >
      <section className="panel">
        <Editor
          union={{ level: call.level, departments: call.departments }}
          start={{ title, text, contact, opensOn, closesOn, posts }}
          applied={call.applied}
          because={open}
          opened={call.status === "open"}
          go={t(open ? "edit.correct" : "edit.save")}
          busy={editing.busy || correcting.busy}
          refused={editing.refused ?? correcting.refused}
          onCancel={back}
          onSave={async (content, because) => {
            const done = open
              ? await correcting.run({ id: call.id, because, ...content })
              : await editing.run({ id: call.id, ...content })
            if (done) back()
          }}
        />
      </section>
    </Page>
  )
}

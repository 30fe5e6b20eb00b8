import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { amend, one } from "../contract.ts"
import { kindOf } from "../kinds.ts"
import { RequestForm } from "./RequestForm.tsx"
import "./approvals.css"

/** The form again, as it was handed in; what is changed goes back to review. */
export default function ChangeRequest(): ReactNode {
  const t = useWords("approvals")
  const id = useParam("id")
  return (
    <Answer of={useAsk(one, { id })} rows={8}>
      {(request) => (
        <Page title={t("change.title", { title: request.title })} lead={t("change.lead")} narrow>
          {request.can.amend ? (
            <Change request={request} />
          ) : (
            <Empty title={t("change.closed")}>
              <p>{t("change.closed-more")}</p>
            </Empty>
          )}
        </Page>
      )}
    </Answer>
  )
}

function Change({ request }: { request: Out<typeof one> }): ReactNode {
  const t = useWords("approvals")
  const go = useGo()
  const back = `/office/requests/${request.id}`
  const { run, busy, refused } = useDo(amend, { quiet: true, done: t("change.done") })
  return (
    <RequestForm
      kind={kindOf(request.kind)}
      asks="because"
      start={{ fields: request.values, files: request.files }}
      go={t("change.go")}
      busy={busy}
      refused={refused}
      onCancel={() => go(back)}
      onGo={async ({ because, fields, files }) => {
        const done = await run({
          id: request.id,
          because: because ?? "",
          fields: fields as Record<string, never>,
          files: (files ?? []).map((f) => f.id),
        })
        if (done) go(back)
      }}
    />
  )
}

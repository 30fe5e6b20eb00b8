import { Select } from "antd"
import { type ReactNode, useId } from "react"
import { useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { draft, list } from "../contract.ts"
import { Editor } from "./Editor.tsx"

/** A draft for one of the unions one may call for; nobody else sees it until it is published. */
export default function NewCall(): ReactNode {
  const t = useWords("calls")
  const go = useGo()
  const id = useId()
  const { university } = useViewer()
  const [{ union }, set] = useFilter()
  const { run, busy, refused } = useDo(draft, { quiet: true, done: t("edit.drafted") })
  return (
    <Page title={t("edit.new")} lead={t("edit.new-lead")} narrow>
      <Answer of={useAsk(list, {})} rows={8}>
        {({ unions }) => {
          const chosen = unions.find((u) => u.id === union) ?? unions[0]
          if (!chosen) return <Empty title={t("edit.none")} />
          return (
            <section className="panel">
              <div className="calls-union">
                <label htmlFor={id}>{t("desk.union")}</label>
                <Select
                  id={id}
                  showSearch={{ optionFilterProp: "label" }}
                  value={chosen.id}
                  onChange={(id: string) => set({ union: id })}
                  options={unions.map((u) => ({ value: u.id, label: u.name }))}
                />
              </div>
              <Editor
                key={chosen.id}
                union={chosen}
                start={{ title: t("edit.usual", { union: chosen.name }), opensOn: university.today }}
                go={t("edit.draft")}
                busy={busy}
                refused={refused}
                onCancel={() => go("/office/calls")}
                onSave={async (content) => {
                  const made = await run({ unionId: chosen.id, ...content })
                  if (made) go(`/office/calls/${made.id}`)
                }}
              />
            </section>
          )
        }}
      </Answer>
    </Page>
  )
}

import { Tabs } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useFilter } from "#kit/web/nav.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { reach } from "../contract.ts"
import { PassedPart } from "./PassedPart.tsx"
import { ReadPart } from "./ReadPart.tsx"

export type Reached = Out<typeof reach>

/** The two measures beside each other: passed down level by level, and read. The faculty looked at stays in the address. */
export function ReachPart({ id }: { id: string }): ReactNode {
  const t = useWords("notices")
  const [{ faculty, part }, set] = useFilter()
  const asked = useAsk(reach, { id, ...(faculty ? { faculty } : {}) }, { keep: true })
  const look = (to: string | null) => set({ faculty: to ?? undefined })
  return (
    <section className="panel notice-reach" aria-label={t("reach.title")}>
      <Answer of={asked}>
        {(of) => (
          <Tabs
            activeKey={part === "read" || !of.passing ? "read" : "passed"}
            onChange={(to) => set({ part: to === "read" ? to : undefined })}
            items={[
              ...(of.passing
                ? [
                    {
                      key: "passed",
                      label: t("passed.tab", { done: of.passing.done, of: of.passing.of }),
                      children: <PassedPart id={id} of={of} passing={of.passing} onLook={look} />,
                    },
                  ]
                : []),
              { key: "read", label: t("read.tab"), children: <ReadPart id={id} of={of} onLook={look} /> },
            ]}
          />
        )}
      </Answer>
    </section>
  )
}

import { Alert, Button, Tabs } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useFilter } from "#kit/web/nav.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { reach } from "../contract.ts"
import { PassedPart } from "./PassedPart.tsx"
import { PassForm } from "./PassForm.tsx"
import { ReadPart } from "./ReadPart.tsx"

export type Reached = Out<typeof reach>

/**
 * A published notice: its words, and the two measures beside each other, passed down level by level and read. The part
 * and the faculty looked at stay in the address.
 */
export function ReachParts({ id, children }: { id: string; children: ReactNode }): ReactNode {
  const t = useWords("notices")
  const [{ faculty, part }, set] = useFilter()
  const asked = useAsk(reach, { id, ...(faculty ? { faculty } : {}) }, { keep: true })
  const look = (to: string | null) => set({ faculty: to ?? undefined })
  const passing = asked.data?.passing
  return (
    <>
      {passing ? <ToPass id={id} passing={passing} /> : null}
      <Tabs
        className="notice-parts"
        activeKey={part === "read" || (part === "passed" && passing) ? part : "content"}
        onChange={(to) => set({ part: to === "content" ? undefined : to })}
        items={[
          { key: "content", label: t("one.content"), children },
          ...(passing
            ? [
                {
                  key: "passed",
                  label: t("passed.tab", { done: passing.done, of: passing.of }),
                  children: (
                    <Answer of={asked}>
                      {(of) => <PassedPart id={id} of={of} passing={passing} onLook={look} />}
                    </Answer>
                  ),
                },
              ]
            : []),
          {
            key: "read",
            label: t("read.tab"),
            children: <Answer of={asked}>{(of) => <ReadPart id={id} of={of} onLook={look} />}</Answer>,
          },
        ]}
      />
    </>
  )
}

/** What the reader has to pass on now, before everything else. */
function ToPass({ id, passing }: { id: string; passing: NonNullable<Reached["passing"]> }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const own = passing.faculties.find((f) => f.can.pass || f.can.passClasses.length > 0)
  if (!own) return null
  const classes = own.can.pass ? undefined : own.can.passClasses
  return (
    <>
      <Alert
        className="notice-alert"
        type="info"
        showIcon
        title={
          classes === undefined
            ? t("pass.wait-faculty", { name: own.faculty })
            : classes.length === 1
              ? t("pass.wait-class", { name: classes[0] })
              : t("pass.wait-classes", { name: own.faculty, classes: classes.length })
        }
        description={passing.dueOn ? t("passed.due", { day: say.day(passing.dueOn) }) : null}
        action={
          <Button type="primary" onClick={() => setAsking(true)}>
            {t(classes ? "pass.class" : "pass.faculty")}
          </Button>
        }
      />
      {asking ? (
        <PassForm
          id={id}
          faculty={own.faculty}
          {...(classes ? { classes } : {})}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

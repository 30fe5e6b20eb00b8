import { Button, Form, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { openVote } from "../contract.ts"
import type { Hall } from "./HallPage.tsx"
import { numbersOf } from "./quorum.ts"

interface Fields {
  readonly title: string
  readonly words?: string
  readonly how: "hands" | "names"
  readonly rule: "decision" | "amendment"
}

interface Props {
  readonly of: Hall
  readonly item: Hall["items"][number]
  /** A way beside the next thing, not the next thing itself. */
  readonly small?: boolean
}

/** 听取和审议学生会工作报告 → 学生会工作报告, to begin from. */
const about = (title: string): string =>
  title.replace(/^(听取|审议|和|并|表决|通过|讨论|、)+/u, "").trim() || title

export function OpenVote({ of, item, small = false }: Props): ReactNode {
  const t = useWords("hall")
  const [asking, setAsking] = useState(false)
  const { run, busy, refused } = useDo(openVote, { quiet: true })
  const charter = item.kind === "charter"
  const go = async ({ words, ...fields }: Fields) => {
    if (await run({ assembly: of.assembly.id, ...fields, ...(words ? { words } : {}) })) setAsking(false)
  }
  return (
    <>
      {small ? null : <h3 className="hall-about">{item.title}</h3>}
      <Button
        {...(small ? {} : { type: "primary" as const })}
        size="large"
        onClick={() => setAsking(true)}
        disabled={!of.quorum.met}
      >
        {t("vote.put")}
      </Button>
      {asking ? (
        <Asking<Fields>
          title={t("vote.put")}
          lead={t("vote.lead", numbersOf(of.quorum))}
          refused={refused}
          busy={busy}
          go={t("vote.begin")}
          start={{
            title: t("vote.title-of", { about: about(item.title) }),
            how: "names",
            rule: charter ? "amendment" : "decision",
          }}
          onGo={go}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="title"
            label={t("vote.title")}
            rules={[{ required: true, min: 4, message: t("vote.title-need") }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="words" label={t("vote.words")}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
          <Form.Item name="how" label={t("vote.how")}>
            <Radio.Group
              options={(["names", "hands"] as const).map((value) => ({ value, label: t(`how.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="rule" label={t("vote.rule-label")}>
            <Radio.Group
              disabled={charter}
              options={(["decision", "amendment"] as const).map((value) => ({
                value,
                label: t(`rule.${value}`),
              }))}
            />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}

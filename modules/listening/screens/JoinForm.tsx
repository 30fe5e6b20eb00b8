import { Form, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { find, join } from "../contract.ts"
import type { Heard } from "./HeardPart.tsx"
import type { One } from "./ListeningPage.tsx"
import { useTell } from "./say.ts"

interface JoinFormProps {
  readonly of: One
  readonly heard: Heard
  readonly onClose: () => void
}

/** It is the same as a need there is: look for it, link it. */
export function JoinForm({ of, heard, onClose }: JoinFormProps): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const [text, setText] = useState("")
  const asked = useAsk(find, { id: of.id, text: text.trim() }, { keep: true, when: text.trim() !== "" })
  const { run, busy, refused } = useDo(join, { quiet: true, done: t("join.done") })
  return (
    <Asking<{ needId: string }>
      wide
      title={t("join.title")}
      lead={<span lang="zh-CN">{heard.words}</span>}
      refused={refused}
      busy={busy}
      go={t("join.go")}
      onClose={onClose}
      onGo={async ({ needId }) => {
        if (await run({ heard: heard.id, needId })) onClose()
      }}
    >
      <Input.Search
        allowClear
        aria-label={t("join.find")}
        placeholder={t("join.find")}
        value={text}
        maxLength={40}
        onChange={(e) => setText(e.target.value)}
      />
      <p className="muted">{t("join.more")}</p>
      {text.trim() === "" ? null : (
        <Answer of={asked} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{t("join.nothing")}</p>
            ) : (
              <Form.Item name="needId" rules={[{ required: true, message: t("join.needed") }]}>
                <Radio.Group
                  className="listening-found"
                  aria-label={t("join.found")}
                  options={items.map((n) => ({
                    value: n.id,
                    label: (
                      <>
                        {t("nth", { nth: n.nth })} {n.title}{" "}
                        <small className="muted">
                          {n.field} · {tell.day(n.raisedOn)}
                        </small>
                      </>
                    ),
                  }))}
                />
              </Form.Item>
            )
          }
        </Answer>
      )}
    </Asking>
  )
}

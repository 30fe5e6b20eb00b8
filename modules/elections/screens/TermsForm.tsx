import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from "antd"
import { type ReactNode, useDeferredValue, useState } from "react"
import type { In, Out, Refusal } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { find } from "#modules/assembly/contract.ts"
import type { create } from "../contract.ts"
import type { choices, one } from "../contract-asked.ts"
import "./elections.css"

type Terms = Omit<In<typeof create>, "assembly">
type From = Out<typeof choices>

interface TermsFormProps {
  readonly assembly: string
  readonly from: From
  /** The vote as it stands, to change. */
  readonly of?: Out<typeof one>
  readonly go: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onGo: (terms: Terms) => unknown
}

interface Fields {
  readonly title: string
  readonly office: Terms["office"]
  readonly post?: string
  readonly seats: number
  readonly determined: string[]
  readonly students: { value: string; label: ReactNode }[]
  readonly method: Terms["method"]
  readonly tie: Terms["tie"]
  readonly group: Terms["group"]
  readonly kind: Terms["trust"]["kind"]
  readonly threshold: number
  readonly trustees: string[]
  readonly tellers: string[]
}

/** More than half of the scrutineers. */
const most = (size: number): number => Math.max(2, Math.floor(size / 2) + 1)

function startOf(from: From, of?: Out<typeof one>): Partial<Fields> {
  const scrutineers = from.scrutineers.map((s) => s.number)
  if (!of)
    return {
      office: from.candidates.length > 0 ? "presidium" : "other",
      seats: Math.max(1, Math.min(from.presidiumAtMost, from.candidates.length)),
      determined: from.candidates.map((c) => c.number),
      students: [],
      method: scrutineers.length >= 2 ? "electronic" : "paper",
      tie: "second-round",
      group: "Ed25519",
      kind: "threshold",
      threshold: most(scrutineers.length),
      trustees: scrutineers,
      tellers: from.tellers.slice(0, 2).map((s) => s.number),
    }
  const own = of.candidates.map((c) => c.number)
  return {
    ...of,
    determined: of.office === "presidium" ? own : [],
    students:
      of.office === "other"
        ? of.candidates.map((c) => ({ value: c.number, label: `${c.name}（${c.faculty}）` }))
        : [],
    kind: of.trust.kind,
    threshold: of.trust.threshold,
    trustees: of.trustees.map((p) => p.number),
    tellers: of.tellers.map((p) => p.number),
  }
}

/** The parameters of a vote; the election rules are written from them. */
export function TermsForm({ assembly, from, of, go, busy, refused, onGo }: TermsFormProps): ReactNode {
  const t = useWords("elections")
  const [form] = Form.useForm<Fields>()
  const start = startOf(from, of)
  const office = Form.useWatch("office", form) ?? start.office
  const method = Form.useWatch("method", form) ?? start.method
  const kind = Form.useWatch("kind", form) ?? start.kind
  const keepers = (Form.useWatch("trustees", form) ?? start.trustees ?? []).length
  const seats = Form.useWatch("seats", form) ?? start.seats ?? 1
  const standing = (Form.useWatch(office === "presidium" ? "determined" : "students", form) ?? []).length
  const must = [{ required: true, message: t("needed") }]
  const presidium = office === "presidium"
  const electronic = method === "electronic"
  const submit = (f: Fields) =>
    onGo({
      title: f.title.trim(),
      office: f.office,
      ...(presidium ? {} : { post: f.post!.trim() }),
      seats: f.seats,
      candidates: presidium ? f.determined : f.students.map((s) => s.value),
      method: f.method,
      tie: f.tie,
      group: f.group ?? start.group ?? "Ed25519",
      trust: {
        kind: f.kind ?? "threshold",
        threshold: kind === "threshold" ? (f.threshold ?? 2) : Math.max(1, keepers),
      },
      trustees: electronic ? f.trustees : [],
      tellers: electronic ? [] : f.tellers,
    })
  const people = (of: From["scrutineers"], chief: "scrutineer" | "teller") =>
    of.map(({ number, name, lead }) => ({
      value: number,
      label: lead ? t(`terms.chief-${chief}`, { name }) : name,
    }))
  return (
    <section className="panel">
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="elections-form"
        initialValues={start}
        onFinish={submit}
      >
        <Form.Item
          name="title"
          label={t("terms.title")}
          rules={[...must, { min: 4, message: t("terms.title-short") }]}
        >
          <Input maxLength={80} placeholder={t("terms.title-such")} autoComplete="off" />
        </Form.Item>
        <Form.Item name="office" label={t("terms.office")}>
          <Radio.Group
            options={[
              { value: "presidium", label: t("terms.presidium") },
              { value: "other", label: t("terms.other") },
            ]}
          />
        </Form.Item>
        {presidium ? null : (
          <Form.Item name="post" label={t("terms.post")} rules={must}>
            <Input maxLength={40} placeholder={t("terms.post-such")} autoComplete="off" />
          </Form.Item>
        )}
        {presidium ? (
          <Form.Item
            name="determined"
            label={t("terms.candidates")}
            rules={must}
            extra={t(from.candidates.length > 0 ? "terms.determined" : "terms.nobody-determined")}
          >
            <Checkbox.Group
              className="elections-checks"
              options={from.candidates.map((c) => ({
                value: c.number,
                label: `${c.name}（${c.faculty}${c.grade === null ? "" : ` ${t("grade", { grade: c.grade })}`}）`,
              }))}
            />
          </Form.Item>
        ) : (
          <Students assembly={assembly} must={must} />
        )}
        <div className="elections-pair">
          <Form.Item
            name="seats"
            label={t("terms.seats")}
            rules={must}
            extra={presidium ? t("terms.seats-most", { most: from.presidiumAtMost }) : undefined}
          >
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
          <Form.Item label={t("terms.mode")}>
            <p className="elections-told" aria-live="polite">
              {standing === 0
                ? t("terms.mode-open")
                : t(standing > seats ? "terms.mode-surplus" : "terms.mode-equal", { standing, seats })}
            </p>
          </Form.Item>
        </div>
        <Form.Item name="tie" label={t("terms.tie")}>
          <Radio.Group
            className="elections-column"
            options={[
              { value: "second-round", label: t("tie.second-round") },
              { value: "vacant", label: t("tie.vacant") },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="method"
          label={t("terms.method")}
          extra={t("terms.method-more", { from: from.secretFrom })}
        >
          <Radio.Group
            options={[
              { value: "electronic", label: t("method.electronic") },
              { value: "paper", label: t("method.paper") },
            ]}
          />
        </Form.Item>
        {electronic ? (
          <>
            <Form.Item
              name="trustees"
              label={t("terms.trustees")}
              rules={must}
              extra={t(from.scrutineers.length > 0 ? "terms.trustees-more" : "terms.no-scrutineers")}
            >
              <Select
                mode="multiple"
                options={people(from.scrutineers, "scrutineer")}
                optionFilterProp="label"
              />
            </Form.Item>
            <Form.Item name="kind" label={t("terms.trust")}>
              <Radio.Group
                className="elections-column"
                options={[
                  { value: "threshold", label: t("terms.threshold") },
                  { value: "mandatory", label: t("terms.mandatory") },
                ]}
              />
            </Form.Item>
            {kind === "threshold" ? (
              <Form.Item
                name="threshold"
                label={t("terms.needed")}
                rules={must}
                extra={t("terms.needed-more", { size: keepers })}
              >
                <InputNumber min={2} max={Math.max(2, keepers)} precision={0} />
              </Form.Item>
            ) : null}
            <details className="elections-more">
              <summary>{t("terms.more")}</summary>
              <Form.Item name="group" label={t("terms.group")} extra={t("terms.group-more")}>
                <Radio.Group
                  options={[
                    { value: "Ed25519", label: "Ed25519" },
                    { value: "BELENIOS-2048", label: "BELENIOS-2048" },
                  ]}
                />
              </Form.Item>
            </details>
          </>
        ) : (
          <Form.Item
            name="tellers"
            label={t("terms.tellers")}
            rules={must}
            extra={t(from.tellers.length > 0 ? "terms.tellers-more" : "terms.no-tellers")}
          >
            <Select
              mode="multiple"
              maxCount={2}
              options={people(from.tellers, "teller")}
              optionFilterProp="label"
            />
          </Form.Item>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {go}
        </Button>
      </Form>
    </section>
  )
}

/** Candidates for another office: any student, sought by name or number. */
function Students({
  assembly,
  must,
}: {
  assembly: string
  must: { required: boolean; message: string }[]
}): ReactNode {
  const t = useWords("elections")
  const [text, setText] = useState("")
  const sought = useDeferredValue(text.trim())
  const found = useAsk(find, { assembly, text: sought }, { when: sought.length > 0, keep: true })
  return (
    <Form.Item name="students" label={t("terms.candidates")} rules={must} extra={t("terms.students")}>
      <Select
        mode="multiple"
        labelInValue
        filterOption={false}
        onSearch={setText}
        notFoundContent={sought ? t("terms.nobody") : null}
        options={(sought ? (found.data?.people ?? []) : []).map((p) => ({
          value: p.number,
          label: `${p.name}（${p.says}）`,
        }))}
      />
    </Form.Item>
  )
}

import { type ReactNode, useId } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useGo } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { type mine, type one, submit } from "../contract.ts"
import { useDraft, type Words } from "./draft.ts"
import { SignersField } from "./SignersField.tsx"

interface WriteFormProps {
  readonly assembly: string
  readonly desk: Out<typeof mine>
  readonly before?: Out<typeof one>
}

const parts = [
  ["problem", 2000],
  ["analysis", 3000],
  ["suggestion", 2000],
] as const

export function WriteForm({ assembly, desk, before }: WriteFormProps): ReactNode {
  const t = useWords("proposals")
  const go = useGo()
  const name = useId()
  const { words, change, keep, kept, refused } = useDraft(assembly, before)
  const sending = useDo(submit, { quiet: true, done: t("write.sent") })
  const kinds = (["individual", "joint", "delegation"] as const).filter(
    (k) => k !== "delegation" || desk.delegate?.head,
  )
  const send = async () => {
    const id = await keep()
    if (id && (await sending.run({ id }))) go(`/congress/${assembly}/proposals/${id}`)
  }
  const later = async () => {
    const id = await keep()
    if (id) go(`/congress/${assembly}/proposals`)
  }
  const joint = words.kind === "joint"
  const joined = (before?.signers ?? []).filter((s) => s.state === "accepted").length + 1
  const may = desk.open || before?.state === "returned"
  return (
    <form
      className="panel proposals-form"
      onSubmit={(e) => {
        e.preventDefault()
        void send()
      }}
    >
      {before?.state === "returned" ? (
        <p className="proposals-returned">{t("write.returned", { because: before.because ?? "" })}</p>
      ) : null}
      <fieldset>
        <legend>{t("field.kind")}</legend>
        {kinds.map((k) => (
          <label key={k}>
            <input type="radio" name={name} checked={words.kind === k} onChange={() => change({ kind: k })} />
            {t(`kind.${k}`)}
          </label>
        ))}
      </fieldset>
      {joint ? (
        <SignersField
          signers={words.signers}
          known={before?.signers ?? []}
          least={desk.rules?.jointLeast ?? before?.jointLeast ?? 3}
          onChange={(signers) => change({ signers })}
        />
      ) : null}
      <Category words={words} desk={desk} change={change} />
      <label>
        <span>{t("field.title")}</span>
        <input
          type="text"
          value={words.title}
          maxLength={60}
          minLength={4}
          required
          placeholder={t("write.title-like")}
          onChange={(e) => change({ title: e.target.value })}
        />
      </label>
      {parts.map(([key, most]) => (
        <label key={key}>
          <span>{t(`field.${key}`)}</span>
          <small className="muted">{t(`write.${key}`)}</small>
          <textarea
            rows={6}
            value={words[key]}
            maxLength={most}
            minLength={10}
            required
            onChange={(e) => change({ [key]: e.target.value })}
          />
          <small className="muted proposals-length">
            {t("write.length", { count: words[key].trim().length })}
          </small>
        </label>
      ))}
      <label className="proposals-check">
        <input type="checkbox" checked={words.named} onChange={(e) => change({ named: e.target.checked })} />
        {t("write.named")}
      </label>
      {refused ? <Problem refusal={refused} /> : null}
      {sending.refused ? <Problem refusal={sending.refused} /> : null}
      {joint ? <p className="muted">{t("write.joined", { count: joined })}</p> : null}
      {may ? null : <p className="muted">{desk.closed}</p>}
      <div className="proposals-buttons">
        <button type="submit" className="button button-main" disabled={!may || sending.busy}>
          {t(before?.state === "returned" ? "write.again" : "write.send")}
        </button>
        <button type="button" className="button" onClick={() => void later()}>
          {t("write.later")}
        </button>
        <span className="muted" role="status">
          {t(`write.kept-${kept}`)}
        </span>
      </div>
    </form>
  )
}

interface CategoryProps {
  readonly words: Words
  readonly desk: Out<typeof mine>
  readonly change: (more: Partial<Words>) => void
}

function Category({ words, desk, change }: CategoryProps): ReactNode {
  const t = useWords("proposals")
  const all = desk.rules?.categories ?? []
  const field = all.find((c) => c.name === words.category)?.field
  return (
    <label>
      <span>{t("field.category")}</span>
      <select
        value={words.category}
        required
        disabled={all.length === 0}
        onChange={(e) => change({ category: e.target.value })}
      >
        <option value="">{t(all.length === 0 ? "write.no-categories" : "write.choose")}</option>
        {all.map((c) => (
          <option key={c.name}>{c.name}</option>
        ))}
      </select>
      {field ? (
        <small className="muted">
          {t("write.field", { field })} <ClauseLabel clause="1.3" />
        </small>
      ) : null}
    </label>
  )
}

import { type ReactNode, useId } from "react"
import type { Out } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { apply, changeOwn, type one } from "../contract.ts"
import { type Filled, useFilled } from "./draft.ts"
import { usePost } from "./Parts.tsx"

type Call = Out<typeof one>

const sources = ["faculty-union", "school-union", "exemplar", "other"] as const

interface ApplyFormProps {
  readonly call: Pick<Call, "id">
  readonly posts: readonly Pick<Call["posts"][number], "id" | "kind" | "department">[]
  /** An application handed in before, to be changed. */
  readonly before?: Filled & { readonly id: string }
  readonly onDone: () => void
}

export function ApplyForm({ call, posts, before, onDone }: ApplyFormProps): ReactNode {
  const t = useWords("calls")
  const id = useId()
  const { account } = useViewer()
  const { filled, change, forget, clear } = useFilled(account?.number ?? "", call.id, before)
  const applying = useDo(apply, { quiet: true, done: t("apply.done") })
  const changing = useDo(changeOwn, { quiet: true, done: t("apply.changed") })
  const refused = applying.refused ?? changing.refused
  const busy = applying.busy || changing.busy
  const postId = posts.some((p) => p.id === filled.postId)
    ? filled.postId
    : posts.length === 1
      ? posts[0]!.id
      : ""
  const noted = filled.source === "exemplar" || filled.source === "other"
  const send = async () => {
    const { source, sourceNote, statement, achievements } = filled
    if (source === "" || (!before && postId === "")) return
    const words = { source, sourceNote, statement, achievements }
    const done = before
      ? await changing.run({ id: before.id, ...words })
      : await applying.run({ callId: call.id, postId, ...words })
    if (!done) return
    forget()
    onDone()
  }
  return (
    <form
      className="calls-form"
      onSubmit={(e) => {
        e.preventDefault()
        void send()
      }}
    >
      {before ? null : <PostChoice posts={posts} chosen={postId} onChoose={(p) => change({ postId: p })} />}
      <fieldset>
        <legend>{t("apply.source")}</legend>
        {sources.map((s) => (
          <label key={s}>
            <input
              type="radio"
              name={`${id}-source`}
              required
              checked={filled.source === s}
              onChange={() => change({ source: s })}
            />
            {t(`source.${s}`)}
          </label>
        ))}
      </fieldset>
      <label className="calls-field" htmlFor={`${id}-note`}>
        <span>{t(noted ? `apply.note-${filled.source}` : "apply.note")}</span>
        <input
          id={`${id}-note`}
          type="text"
          maxLength={200}
          required={noted}
          minLength={noted ? 2 : undefined}
          value={filled.sourceNote}
          onChange={(e) => change({ sourceNote: e.target.value })}
        />
      </label>
      <Long
        id={`${id}-statement`}
        label={t("apply.statement")}
        value={filled.statement}
        least={20}
        onChange={(statement) => change({ statement })}
      />
      <Long
        id={`${id}-achievements`}
        label={t("apply.achievements")}
        value={filled.achievements}
        onChange={(achievements) => change({ achievements })}
      />
      {refused ? <Problem refusal={refused} /> : null}
      <p className="muted calls-small">{t(before ? "apply.change-note" : "apply.privacy")}</p>
      <div className="calls-buttons">
        <button type="submit" className="button button-main" disabled={busy}>
          {t(before ? "apply.save" : "apply.send")}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t("apply.later")}
        </button>
        {before ? null : (
          <button type="button" className="button" onClick={clear}>
            {t("apply.clear")}
          </button>
        )}
      </div>
    </form>
  )
}

interface PostChoiceProps {
  readonly posts: ApplyFormProps["posts"]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

function PostChoice({ posts, chosen, onChoose }: PostChoiceProps): ReactNode {
  const t = useWords("calls")
  const post = usePost()
  const name = useId()
  return (
    <fieldset>
      <legend>{t("apply.post")}</legend>
      {posts.map((p) => (
        <label key={p.id}>
          <input
            type="radio"
            name={name}
            required
            checked={chosen === p.id}
            onChange={() => onChoose(p.id)}
          />
          {post(p)}
        </label>
      ))}
    </fieldset>
  )
}

interface LongProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly least?: number
  readonly onChange: (value: string) => void
}

function Long({ id, label, value, least, onChange }: LongProps): ReactNode {
  const t = useWords("calls")
  return (
    <label className="calls-field" htmlFor={id}>
      <span>{label}</span>
      <textarea
        id={id}
        rows={5}
        maxLength={2000}
        required={least !== undefined}
        minLength={least}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
      <small className="muted">
        {t(least ? "apply.length-least" : "apply.length", { count: value.length, least })}
      </small>
    </label>
  )
}

import { type ReactNode, useId, useState } from "react"
import { type Out, type Refusal, refusalOf } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import type { categories } from "../contract.ts"
import { speaksOf } from "./danger.ts"
import type { Draft } from "./draft.ts"
import { HelpNow } from "./HelpLines.tsx"
import { PhotoField } from "./PhotoField.tsx"
import { ShownField } from "./ShownField.tsx"
import { SimilarOnes } from "./SimilarOnes.tsx"
import { send } from "./sending.ts"

type Categories = Out<typeof categories>

interface RaiseFormProps {
  readonly categories: Categories
  readonly draft: Draft
  readonly photos: readonly Blob[]
  readonly onChange: (more: Partial<Draft>) => void
  readonly onPhotos: (photos: readonly Blob[]) => void
  readonly onClear: () => void
  readonly onSent: (nth: number) => void
  /** There is no connection: it waits in this browser. */
  readonly onKept: () => Promise<void>
}

/** The fields in the order in which one thinks of them; half a minute. */
export function RaiseForm(props: RaiseFormProps): ReactNode {
  const { categories, draft, photos, onChange } = props
  const t = useWords("needs")
  const id = useId()
  const [busy, work] = useState(false)
  const [refused, say] = useState<Refusal>()
  const category = categories.items.find((c) => c.id === draft.category && c.open)
  const help = speaksOf(`${category?.name ?? ""} ${draft.title} ${draft.text}`)
  const go = async () => {
    say(undefined)
    work(true)
    try {
      props.onSent((await send({ ...draft, category: category?.id ?? "" }, photos)).nth)
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.code !== "offline") say(refusal)
      else await props.onKept().catch(() => say(refusal))
    }
    work(false)
  }
  return (
    <form
      className="needs-form"
      onSubmit={(e) => {
        e.preventDefault()
        void go()
      }}
    >
      {help ? <HelpNow kind={help} /> : null}
      <label className="needs-field" htmlFor={`${id}-title`}>
        <span>{t("raise.what")}</span>
        <input
          id={`${id}-title`}
          type="text"
          required
          minLength={2}
          maxLength={40}
          placeholder={t("raise.what-such-as")}
          value={draft.title}
          onChange={(e) => onChange({ title: e.currentTarget.value })}
        />
      </label>
      <label className="needs-field" htmlFor={`${id}-text`}>
        <span>
          {t("raise.more")} <small className="muted">{t("optional")}</small>
        </span>
        <textarea
          id={`${id}-text`}
          rows={4}
          maxLength={1000}
          placeholder={t("raise.more-such-as")}
          value={draft.text}
          onChange={(e) => onChange({ text: e.currentTarget.value })}
        />
      </label>
      <SimilarOnes title={draft.title} text={draft.text} onJoined={props.onClear} />
      <div className="needs-pair">
        <label className="needs-field" htmlFor={`${id}-category`}>
          <span>{t("raise.category")}</span>
          <select
            id={`${id}-category`}
            required
            value={category?.id ?? ""}
            onChange={(e) => onChange({ category: e.currentTarget.value })}
          >
            <option value="" disabled>
              {t("raise.choose")}
            </option>
            {categories.fields.map((field) => (
              <optgroup key={field} label={field}>
                {categories.items
                  .filter((c) => c.open && c.field === field)
                  .map((c) => (
                    <option key={c.id} value={c.id}>
                      {c.name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="needs-field" htmlFor={`${id}-place`}>
          <span>
            {t("raise.place")} <small className="muted">{t("optional")}</small>
          </span>
          <input
            id={`${id}-place`}
            type="text"
            maxLength={40}
            placeholder={t("raise.place-such-as")}
            value={draft.place}
            onChange={(e) => onChange({ place: e.currentTarget.value })}
          />
        </label>
      </div>
      {category?.desk === "league" ? <p className="needs-hint">{t("raise.league")}</p> : null}
      <PhotoField photos={photos} onChange={props.onPhotos} />
      <ShownField draft={draft} onChange={onChange} />
      {refused ? <Problem refusal={refused} /> : null}
      <div className="needs-buttons">
        <button type="submit" className="button button-main" disabled={busy}>
          {t(busy ? "raise.sending" : "raise.go")}
        </button>
        <button type="button" className="button" disabled={busy} onClick={props.onClear}>
          {t("raise.clear")}
        </button>
        <p className="needs-small muted">{t("raise.kept")}</p>
      </div>
    </form>
  )
}

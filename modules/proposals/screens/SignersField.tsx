import { type ReactNode, useState } from "react"
import { useWords } from "#kit/web/words.ts"

interface SignersFieldProps {
  readonly signers: readonly string[]
  readonly known: readonly { number: string; name: string; state: string }[]
  readonly least: number
  readonly onChange: (signers: readonly string[]) => void
}

/** Whom to ask to join, by student number; whoever is asked agrees in person. */
export function SignersField({ signers, known, least, onChange }: SignersFieldProps): ReactNode {
  const t = useWords("proposals")
  const [number, setNumber] = useState("")
  const add = () => {
    const wanted = number.split(/[\s,，、;；]+/).filter((n) => n && !signers.includes(n))
    if (wanted.length > 0) onChange([...signers, ...wanted])
    setNumber("")
  }
  return (
    <fieldset className="proposals-signers">
      <legend>{t("signers.title")}</legend>
      <small className="muted">{t("signers.lead", { least })}</small>
      {signers.length > 0 ? (
        <ul>
          {signers.map((n) => {
            const of = known.find((k) => k.number === n)
            return (
              <li key={n}>
                <span>
                  {of ? `${of.name} ` : ""}
                  {n}
                </span>
                <span className="muted">{t(`signers.${of?.state ?? "new"}`)}</span>
                <button
                  type="button"
                  className="button"
                  aria-label={t("signers.remove-of", { number: n })}
                  onClick={() => onChange(signers.filter((x) => x !== n))}
                >
                  {t("signers.remove")}
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <div className="proposals-add">
        <input
          type="text"
          aria-label={t("signers.number")}
          placeholder={t("signers.number")}
          value={number}
          onChange={(e) => setNumber(e.target.value)}
          onKeyDown={(e) => {
            if (e.key !== "Enter") return
            e.preventDefault()
            add()
          }}
        />
        <button type="button" className="button" onClick={add} disabled={number.trim() === ""}>
          {t("signers.add")}
        </button>
      </div>
    </fieldset>
  )
}

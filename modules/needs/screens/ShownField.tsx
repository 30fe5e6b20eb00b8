import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Draft, Shown } from "./draft.ts"

const ways: readonly Shown[] = ["named", "desk", "anonymous"]

interface ShownFieldProps {
  readonly draft: Draft
  readonly onChange: (more: Partial<Draft>) => void
}

/** Who learns whose it is, in a line each; the exception to the seal is said before anything is sent. */
export function ShownField({ draft, onChange }: ShownFieldProps): ReactNode {
  const t = useWords("needs")
  return (
    <fieldset className="needs-shown">
      <legend>{t("shown.label")}</legend>
      {ways.map((way) => (
        <label key={way}>
          <input
            type="radio"
            name="shown"
            checked={draft.shown === way}
            onChange={() => onChange({ shown: way })}
          />
          <span>
            <b>{t(`shown.${way}`)}</b>
            <small>{t(`shown.${way}-more`)}</small>
          </span>
        </label>
      ))}
      {draft.shown === "anonymous" ? (
        <div className="needs-exception" role="note">
          <p>{t("shown.seal")}</p>
          <p>
            <b>{t("shown.exception-is")}</b>
            {t("shown.exception")}
          </p>
          <p>{t("shown.words")}</p>
        </div>
      ) : null}
      <label className="needs-discreet">
        <input
          type="checkbox"
          checked={draft.discreet}
          onChange={(e) => onChange({ discreet: e.currentTarget.checked })}
        />
        <span>
          <b>{t("shown.discreet")}</b>
          <small>{t("shown.discreet-more")}</small>
        </span>
      </label>
    </fieldset>
  )
}

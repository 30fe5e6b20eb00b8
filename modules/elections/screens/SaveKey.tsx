import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import { fileOf } from "./ceremony.ts"
import { download } from "./download.ts"
import type { TrusteeKept } from "./keeping.ts"

interface SaveKeyProps {
  readonly own: TrusteeKept
  readonly onChange: (own: TrusteeKept) => void
  /** It was saved once; it may be saved again. */
  readonly again?: boolean
}

/** The key file, for a place of the trustee's own. */
export function SaveKey({ own, onChange, again = false }: SaveKeyProps): ReactNode {
  const t = useWords("elections")
  return (
    <div className="elections-save">
      <p className={again ? "muted" : ""}>{t(again ? "trustee.saved" : "trustee.save-more")}</p>
      <button
        type="button"
        className={again || own.saved ? "button" : "button button-main"}
        onClick={() => {
          download(`qiaoliang-key-${own.index}-${own.uuid}.json`, fileOf(own))
          onChange({ ...own, saved: true })
        }}
      >
        {t(own.saved ? "trustee.download-again" : "trustee.download")}
      </button>
    </div>
  )
}

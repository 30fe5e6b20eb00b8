import { type ReactNode, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import { type Ceremony, fromFile } from "./ceremony.ts"
import type { TrusteeKept } from "./keeping.ts"

interface RestoreKeyProps {
  readonly id: string
  readonly of: Ceremony
  readonly onChange: (own: TrusteeKept) => void
}

/** Another device, or a browser that was cleared: the key comes back from its file. */
export function RestoreKey({ id, of, onChange }: RestoreKeyProps): ReactNode {
  const t = useWords("elections")
  const [wrong, setWrong] = useState(false)
  return (
    <>
      <h2>{t("trustee.restore")}</h2>
      <p>{t("trustee.restore-more")}</p>
      <label className="elections-file">
        <span>{t("trustee.file")}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(e) => {
            const file = e.target.files?.[0]
            e.target.value = ""
            void file?.text().then((text) => {
              const own = fromFile(text, id, of)
              setWrong(own === null)
              if (own) onChange(own)
            })
          }}
        />
      </label>
      {wrong ? <p className="elections-late">{t("trustee.wrong-file")}</p> : null}
      <p className="muted">{t(of.next === "decrypt" ? "trustee.lost-open" : "trustee.lost")}</p>
    </>
  )
}

import { type ReactNode, useEffect, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { shrunk } from "./shrink.ts"

interface PhotoFieldProps {
  readonly photos: readonly Blob[]
  readonly onChange: (photos: readonly Blob[]) => void
}

/** Up to four, made smaller and bare before they leave the telephone. */
export function PhotoField({ photos, onChange }: PhotoFieldProps): ReactNode {
  const t = useWords("needs")
  const [wrong, say] = useState("")
  const [busy, work] = useState(false)
  const { most } = needsPractice.photos
  const add = async (files: readonly File[]) => {
    say("")
    work(true)
    const taken = [...photos]
    for (const file of files) {
      if (taken.length === most) {
        say(t("photos.most", { count: most }))
        break
      }
      try {
        taken.push(await shrunk(file))
      } catch {
        say(t("photos.unreadable", { name: file.name }))
      }
    }
    onChange(taken)
    work(false)
  }
  return (
    <fieldset className="needs-photos">
      <legend>
        {t("photos.label")} <small className="muted">{t("photos.hint", { count: most })}</small>
      </legend>
      <ul>
        {photos.map((photo, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a photo has no name of its own
          <li key={i}>
            <Preview of={photo} alt={t("photos.nth", { count: i + 1 })} />
            <button
              type="button"
              className="needs-photo-drop"
              aria-label={t("photos.drop", { count: i + 1 })}
              onClick={() => onChange(photos.toSpliced(i, 1))}
            >
              ×
            </button>
          </li>
        ))}
        {photos.length < most ? (
          <li>
            <label className={busy ? "needs-photo-add needs-busy" : "needs-photo-add"}>
              <input
                type="file"
                accept="image/*"
                multiple
                disabled={busy}
                onChange={(e) => {
                  const files = [...(e.currentTarget.files ?? [])]
                  e.currentTarget.value = ""
                  void add(files)
                }}
              />
              <span aria-hidden="true">＋</span>
              <span>{t("photos.add")}</span>
            </label>
          </li>
        ) : null}
      </ul>
      <p className="needs-wrong" role="status">
        {wrong}
      </p>
    </fieldset>
  )
}

function Preview({ of, alt }: { of: Blob; alt: string }): ReactNode {
  const [src, set] = useState<string>()
  useEffect(() => {
    const url = URL.createObjectURL(of)
    set(url)
    return () => URL.revokeObjectURL(url)
  }, [of])
  return src ? <img src={src} alt={alt} width="88" height="88" /> : null
}

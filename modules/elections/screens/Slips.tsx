import { type ReactNode, useEffect, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Given } from "./issue.ts"
import "./slips.css"

interface SlipsProps {
  readonly id: string
  readonly title: string
  readonly of: readonly Given[]
}

/** Slips to cut apart: a name, a code to scan, the same to type. What stands behind the # never reaches a server. */
export function Slips({ id, title, of }: SlipsProps): ReactNode {
  const t = useWords("elections")
  const address = `${location.origin}/vote/${id}`
  return (
    <section className="slips" aria-label={t("slips.title")}>
      <h2 className="no-print">{t("slips.title")}</h2>
      <p className="muted no-print">{t("slips.more")}</p>
      <ul lang="zh-CN">
        {of.map((g) => (
          <li key={g.number}>
            <Code text={`${address}#${g.secret}`} />
            <div>
              <p className="slips-name">{g.name}</p>
              <p className="slips-what">{title}</p>
              <p className="slips-secret" translate="no">
                {g.secret}
              </p>
              <p className="slips-how">
                {t("slips.scan")}
                <br />
                {address}
                <br />
                {t("slips.secret")}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Code({ text }: { text: string }): ReactNode {
  const [drawn, setDrawn] = useState<{ size: number; path: string }>()
  useEffect(() => {
    void import("qrcode").then(({ default: { create } }) => {
      const { modules } = create(text, { errorCorrectionLevel: "M" })
      let path = ""
      for (let y = 0; y < modules.size; y++)
        for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
      setDrawn({ size: modules.size, path })
    })
  }, [text])
  if (!drawn) return <span className="slips-code" />
  return (
    <svg
      className="slips-code"
      viewBox={`-2 -2 ${drawn.size + 4} ${drawn.size + 4}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect x="-2" y="-2" width={drawn.size + 4} height={drawn.size + 4} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  )
}

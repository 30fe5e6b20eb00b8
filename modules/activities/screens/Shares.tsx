import type { ReactNode } from "react"
import { ShareBar } from "#kit/web/ShareBar.tsx"
import { useWords } from "#kit/web/words.ts"
import { percent } from "./say.ts"
import "./shares.css"

interface Share {
  readonly name: string
  readonly students: number
  /** Null: too few to be told. */
  readonly people: number | null
}

interface SharesProps {
  readonly title: string
  /** What the rows are: 学院、年级. */
  readonly name: string
  readonly of: readonly Share[]
}

/** Who was reached of whom, as a table with a bar in each row. */
export function Shares({ title, name, of }: SharesProps): ReactNode {
  const t = useWords("activities")
  if (of.length === 0) return null
  const share = (s: Share) => (s.people !== null && s.students > 0 ? s.people / s.students : 0)
  const most = Math.max(...of.map(share), 0.01)
  return (
    <section className="panel shares">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className="shares-number">
              {t("reach.there")}
            </th>
            <th scope="col" className="shares-number">
              {t("reach.students")}
            </th>
            <th scope="col" className="shares-share">
              {t("reach.share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map((s) => (
            <tr key={s.name}>
              <th scope="row">{s.name}</th>
              <td className="shares-number">{s.people ?? t("reach.hidden")}</td>
              <td className="shares-number">{s.students}</td>
              <td className="shares-share">
                <span>{s.people === null ? "—" : percent(s.people, s.students)}</span>
                <ShareBar part={share(s)} of={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {of.some((s) => s.people === null) ? <p className="muted">{t("reach.hidden-more")}</p> : null}
    </section>
  )
}

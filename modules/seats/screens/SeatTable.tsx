import { Select } from "antd"
import { type ReactNode, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Others, Result } from "./Allocated.tsx"

/** A place in the table; a line's own place stands where the other side is null. */
interface Place {
  readonly row: number | null
  readonly column: number | null
}

interface SeatTableProps {
  readonly result: Result
  readonly others: Others
}

/** Groups down, grades across. Each number is a button: it says below how it came about. */
export function SeatTable({ result, others }: SeatTableProps): ReactNode {
  const t = useWords("seats")
  const [place, setPlace] = useState<Place>()
  const [against, setAgainst] = useState<string>("")
  const other = others.find((o) => o.method === against)
  const difference = (row: number, column: number): number | null => {
    const cell = result.cells[row]![column]
    return other?.cells && cell ? other.cells[row]![column]! - cell.seats : null
  }
  const rowDifference = (row: number) =>
    other?.cells ? other.cells[row]!.reduce((n, c) => n + c, 0) - result.groups[row]!.seats : null
  const columnDifference = (column: number) =>
    other?.cells ? other.cells.reduce((n, r) => n + r[column]!, 0) - result.grades[column]!.seats : null
  const is = (row: number | null, column: number | null) => place?.row === row && place.column === column
  const pick = (row: number | null, column: number | null) =>
    setPlace(is(row, column) ? undefined : { row, column })
  return (
    <section className="panel">
      <div className="seats-head">
        <h2>{t("table.title")}</h2>
        {others.length > 0 ? (
          <div className="seats-against">
            <label htmlFor="seats-against">{t("table.against")}</label>
            <Select
              id="seats-against"
              value={against}
              popupMatchSelectWidth={false}
              onChange={setAgainst}
              options={[
                { value: "", label: t("table.against-none") },
                ...others.map((o) => ({ value: o.method, label: t(`method.${o.method}`) })),
              ]}
            />
          </div>
        ) : null}
      </div>
      {other ? <Against other={other} result={result} /> : <p className="muted">{t("table.lead")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className="seats-scroll" aria-label={t("table.title")} tabIndex={0}>
        <table className="seats-table">
          <thead>
            <tr>
              <th scope="col">{t(`unit.${result.unit}`)}</th>
              {result.grades.map((g) => (
                <th key={g.name} scope="col" lang="zh-CN">
                  {g.name}
                </th>
              ))}
              <th scope="col">{t("table.seats")}</th>
              <th scope="col">{t("table.candidates")}</th>
            </tr>
          </thead>
          <tbody>
            {result.groups.map((g, row) => (
              <tr key={g.name}>
                <th scope="row" lang="zh-CN">
                  {g.name}
                  <small>{t("table.students", { students: g.students })}</small>
                </th>
                {result.grades.map((grade, column) => {
                  const cell = result.cells[row]![column]
                  if (!cell)
                    return (
                      <td key={grade.name} className="seats-nobody">
                        <span className="unseen">{t("table.nobody")}</span>
                        <span aria-hidden="true">·</span>
                      </td>
                    )
                  return (
                    <td key={grade.name}>
                      <Figure
                        n={cell.seats}
                        small={cell.quota}
                        difference={difference(row, column)}
                        label={`${g.name}${grade.name}`}
                        on={is(row, column)}
                        onPick={() => pick(row, column)}
                      />
                    </td>
                  )
                })}
                <td className="seats-sum">
                  <Figure
                    n={g.seats}
                    difference={rowDifference(row)}
                    label={g.name}
                    on={is(row, null)}
                    onPick={() => pick(row, null)}
                  />
                </td>
                <td className="seats-candidates">{g.candidates}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("table.sum")}</th>
              {result.grades.map((g, column) => (
                <td key={g.name} className="seats-sum">
                  <Figure
                    n={g.seats}
                    difference={columnDifference(column)}
                    label={g.name}
                    on={is(null, column)}
                    onPick={() => pick(null, column)}
                  />
                </td>
              ))}
              <td className="seats-sum">
                <b>{result.tableTotal}</b>
              </td>
              <td className="seats-candidates">{result.groups.reduce((n, g) => n + g.candidates, 0)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      {place ? <Steps result={result} place={place} onClose={() => setPlace(undefined)} /> : null}
    </section>
  )
}

interface FigureProps {
  readonly n: number
  readonly small?: string
  readonly difference: number | null
  readonly label: string
  readonly on: boolean
  readonly onPick: () => void
}

function Figure({ n, small, difference, label, on, onPick }: FigureProps): ReactNode {
  const sign = difference ? `${difference > 0 ? "+" : "−"}${Math.abs(difference)}` : ""
  return (
    <button
      type="button"
      className={["seats-number", on ? "seats-on" : "", difference ? "seats-differs" : ""].join(" ")}
      aria-pressed={on}
      onClick={onPick}
    >
      <span className="unseen">{label} </span>
      <b>{n}</b> {sign ? <em>{sign}</em> : small ? <small>{small}</small> : null}
    </button>
  )
}

function Against({ other, result }: { other: Others[number]; result: Result }): ReactNode {
  const t = useWords("seats")
  if (!other.cells)
    return (
      <p className="seats-note">
        {t("table.cannot", { method: t(`method.${other.method}`) })}
        <span lang="zh-CN">{other.because}</span>
      </p>
    )
  const differs = other.cells.flatMap((r, i) => r.filter((n, j) => n !== (result.cells[i]![j]?.seats ?? 0)))
  return (
    <p className="seats-note">
      {differs.length === 0
        ? t("table.same", { method: t(`method.${other.method}`) })
        : t("table.differ", {
            method: t(`method.${other.method}`),
            total: other.total,
            count: differs.length,
          })}
    </p>
  )
}

interface StepsProps {
  readonly result: Result
  readonly place: Place
  readonly onClose: () => void
}

/** How the chosen number came about; stays at the foot of the window while the table scrolls. */
function Steps({ result, place: { row, column }, onClose }: StepsProps): ReactNode {
  const t = useWords("seats")
  const group = row === null ? null : result.groups[row]!
  const grade = column === null ? null : result.grades[column]!
  const cell = row !== null && column !== null ? result.cells[row]![column] : null
  const of = cell ?? group ?? grade
  if (!of) return null
  const { steps, seats, students } = of
  return (
    <aside className="seats-steps" aria-live="polite">
      <div className="seats-head">
        <h3 lang="zh-CN">
          {group?.name}
          {grade?.name} {t("steps.title", { seats, students })}
        </h3>
        <button type="button" className="button" onClick={onClose}>
          {t("steps.close")}
        </button>
      </div>
      {steps.length > 0 ? (
        <ol lang="zh-CN">
          {steps.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ol>
      ) : (
        <p>{t("steps.sum")}</p>
      )}
      {cell?.tied ? <p className="muted">{t("steps.tied")}</p> : null}
    </aside>
  )
}

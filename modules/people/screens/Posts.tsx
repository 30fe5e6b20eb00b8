import { useQueries } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { call } from "#kit/web/call.ts"
import { Go, useAsOf } from "#kit/web/nav.tsx"
import { Loading } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { unionsList, unionsOne, unionsStructure } from "#modules/unions/contract.ts"

/** The posts a student holds on the day: in the university's unions and those of his or her faculty. */
export function Posts({ number, faculty }: { number: string; faculty: string }): ReactNode {
  const t = useWords("people")
  const [asOf] = useAsOf()
  const unions = useAsk(unionsStructure, {})
  const open = useAsk(unionsList, { asOf })
  const near = (unions.data?.unions ?? []).filter((u) => u.level === "school" || u.faculty === faculty)
  const readable = near.filter((u) => open.data?.items.some(({ id }) => id === u.id))
  const hidden = readable.length < near.length
  const answers = useQueries({
    queries: readable.map((u) => ({
      queryKey: [unionsOne.name, { id: u.id, asOf }],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(unionsOne, { id: u.id, asOf }, { signal }),
    })),
  })
  const held = answers.flatMap(({ data }) =>
    data
      ? [
          ...data.presidium.map((p) => ({ ...p, department: null })),
          ...data.departments.flatMap((d) => d.posts.map((p) => ({ ...p, department: d.name }))),
          ...data.other.map((p) => ({ ...p, department: null })),
        ]
          .filter((p) => p.number === number)
          .map((p) => ({ ...p, union: data.union }))
      : [],
  )
  const waiting = unions.isLoading || open.isLoading || answers.some((a) => a.isLoading)
  return (
    <section className="panel">
      <h2>{t("posts.title")}</h2>
      {waiting && held.length === 0 ? <Loading rows={2} /> : null}
      {!waiting && held.length === 0 ? (
        <p className="muted people-para">{t(hidden ? "posts.none-open" : "posts.none")}</p>
      ) : null}
      <ul className="people-posts">
        {held.map((p) => (
          <li key={`${p.union.id}/${p.id}`}>
            <Go to={`/office/unions/${encodeURIComponent(p.union.id)}`}>{p.union.name}</Go>
            <span>
              {p.department} {p.title}
            </span>
          </li>
        ))}
      </ul>
      {hidden && !waiting ? <p className="muted people-note">{t("posts.some-hidden")}</p> : null}
    </section>
  )
}

import type { ReactNode } from "react"
import { type Refusal, Refused } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Empty, Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

/** Where no address leads. */
export function NotFound(): ReactNode {
  const t = useWords()
  return (
    <article className="page">
      <h1 className="unseen">{t("missing.title")}</h1>
      <Empty title={t("missing.title")}>
        <p>{t("missing.words")}</p>
        <Go to={location.pathname.startsWith("/office") ? "/office" : "/"} className="button">
          {t("missing.home")}
        </Go>
      </Empty>
    </article>
  )
}

/** A page that threw: never a blank one, always with something to tell the administrator. */
export function Broken({ error }: { error: unknown }): ReactNode {
  const t = useWords()
  const refusal: Refusal =
    error instanceof Refused
      ? error.refusal
      : notThere.test(String(error))
        ? { code: "offline", because: "" }
        : {
            code: "internal",
            because: t("problem.broken"),
            cure: t("problem.broken-cure"),
            trace: traceOf(error),
          }
  return (
    <article className="page page-narrow">
      <Problem refusal={refusal} />
      <p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t("problem.reload")}
        </button>
      </p>
    </article>
  )
}

/** How browsers say that the code of a page did not come: no connection, or a newer build in its place. */
const notThere = /dynamically imported module|importing a module script|unable to preload css/i

/** The browser's own failures have no id of the server: say where it broke, in one line. */
const traceOf = (error: unknown): string => String(error).slice(0, 160)

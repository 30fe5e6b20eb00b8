import { type ReactNode, useEffect, useRef } from "react"
import { useHere } from "./nav.tsx"
import { Answer, type AnswerProps } from "./states.tsx"
import { useViewer } from "./viewer.ts"

let opened = false

interface PageProps {
  readonly title: string
  /** One sentence under the title: what this page is for. */
  readonly lead?: ReactNode
  /** Buttons, at the right of the title; below it on a phone. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** A narrow column for reading and forms. */
  readonly narrow?: boolean
}

/** The frame of every screen: one `h1`, the window's title, and focus on the title after navigating. */
export function Page({ title, lead, actions, children, narrow }: PageProps): ReactNode {
  const here = useHere()
  const { university } = useViewer()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${university.shortName}`
  }, [title, university.shortName])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it answers to
  useEffect(() => {
    // Not on the first page of a visit: there reading starts at the top, with the skip link.
    if (opened) heading.current?.focus({ preventScroll: true })
    opened = true
  }, [here])
  return (
    <article className={narrow ? "page page-narrow" : "page"}>
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead ? <p className="page-lead">{lead}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </article>
  )
}

interface PageOfProps<T> extends AnswerProps<T> {
  readonly title: string
  /** Where else to go while there is no answer, or when it is refused. */
  readonly actions?: ReactNode
}

/** A page that takes its title from its answer; `title` stands there until it has come. */
export function PageOf<T>({ of, title, actions, rows = 8, children }: PageOfProps<T>): ReactNode {
  if (of.data !== undefined) return children(of.data)
  return (
    <Page title={title} actions={actions}>
      <Answer of={of} rows={rows}>
        {() => null}
      </Answer>
    </Page>
  )
}

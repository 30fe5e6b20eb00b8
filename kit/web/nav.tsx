import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  retainSearchParams,
  useNavigate,
  useParams,
  useRouter,
  useRouterState,
  useSearch,
} from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { Screen } from "./room.ts"

type Fields = Record<string, string | undefined>

const readSearch = (text: string): Fields => Object.fromEntries(new URLSearchParams(text))

function writeSearch(fields: Record<string, unknown>): string {
  const kept = Object.entries(fields).filter(([, v]) => v !== undefined && v !== "")
  const text = new URLSearchParams(kept.map(([k, v]) => [k, `${v}`])).toString()
  return text && `?${text}`
}

/** The router of an app: its screens inside its shell. The as-of day (`on`) stays in the address. */
export function makeRouter(parts: {
  shell: () => ReactNode
  screens: readonly Screen[]
  notFound: () => ReactNode
  problem: (props: { error: unknown }) => ReactNode
  loading: () => ReactNode
}) {
  const root = createRootRoute({
    component: parts.shell,
    notFoundComponent: parts.notFound,
    validateSearch: (search: Fields): Fields => search,
    search: { middlewares: [retainSearchParams(["on"])] },
  })
  const routes = parts.screens.map(({ path, load }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPendingComponent: parts.loading,
    defaultErrorComponent: parts.problem,
    scrollRestoration: true,
  })
}

/** Office screens and public pages are two apps: a link between them is a whole page. */
const inOffice = (path: string): boolean => /^\/(office|sign-in)(\/|$|\?)/.test(path)

interface GoProps {
  /** A whole address within the site, e.g. `/office/findings?union=u1`. */
  readonly to: string
  readonly children: ReactNode
  readonly className?: string
  readonly onClick?: () => void
}

/** A link. Marks itself `aria-current` when it leads to the page shown. */
export function Go({ to, children, ...more }: GoProps): ReactNode {
  if (to.startsWith("/api/") || inOffice(to) !== inOffice(location.pathname))
    return (
      <a href={to} {...more}>
        {children}
      </a>
    )
  return (
    <Link {...addressed(to)} activeOptions={{ exact: true, includeSearch: false }} {...more}>
      {children}
    </Link>
  )
}

function addressed(to: string) {
  const at = new URL(to, location.origin)
  return {
    to: at.pathname,
    search: readSearch(at.search),
    ...(at.hash ? { hash: at.hash.slice(1) } : {}),
  } as { to: string }
}

/** Go there from code. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return (to) => {
    if (inOffice(to) !== inOffice(location.pathname)) location.assign(to)
    else void navigate(addressed(to))
  }
}

/** The part of the address written `$name` in the screen's path. */
export const useParam = (name: string): string => (useParams({ strict: false }) as Fields)[name] ?? ""

/** Filters kept in the address: shareable, kept on reload. `set({ union: undefined })` removes one. */
export function useFilter(): [Readonly<Fields>, (change: Fields) => void] {
  const now = useSearch({ strict: false }) as Fields
  const navigate = useNavigate()
  const set = (change: Fields) =>
    void navigate({
      to: ".",
      search: (before: Fields) => ({ ...before, ...change }),
      replace: true,
    } as object)
  return [now, set]
}

/** The day looked back to, or undefined for today: pass it to queries as `asOf`. */
export function useAsOf(): [string | undefined, (day: string | undefined) => void] {
  const [now, set] = useFilter()
  const on = /^\d{4}-\d{2}-\d{2}$/.test(now.on ?? "") ? now.on : undefined
  return [on, (day) => set({ on: day })]
}

export const useHere = (): string => useRouterState({ select: (s) => s.location.pathname })

/** Whether a page of this app lies at a path: links to rooms are shown where the room is. */
export function useIsThere(): (path: string) => boolean {
  const { routesByPath } = useRouter()
  return (path) => path in routesByPath
}

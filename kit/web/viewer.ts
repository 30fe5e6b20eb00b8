import { createContext, useContext } from "react"

/** Who is looking, at which university, on which day: put there by the app's shell from `accounts.me`. */
export interface Viewer {
  readonly signedIn: boolean
  readonly account?: { readonly id: string; readonly number: string; readonly name: string } | undefined
  readonly admin?: boolean | undefined
  readonly university: {
    readonly id: string
    readonly name: string
    readonly shortName: string
    readonly today: string
    readonly sample?: boolean | undefined
  }
  readonly capacities: readonly {
    readonly office: string
    readonly officeName: string
    readonly scopeName: string
    readonly title: string
  }[]
  /** By ability name: what this person may do at all, for showing rooms and buttons. */
  readonly can: Readonly<Record<string, boolean>>
}

export const ViewerContext = createContext<Viewer | null>(null)

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error("useViewer outside the shell")
  return viewer
}

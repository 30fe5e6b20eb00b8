import type { ReactNode } from "react"

interface CanProps {
  /** The `can` map that came with the answer. */
  readonly of: Readonly<Record<string, boolean>> | undefined
  readonly verb: string
  readonly children: ReactNode
  /** Shown instead, e.g. who may. */
  readonly otherwise?: ReactNode
}

/** Shows a button only when the answer says it may be pressed. The screen never decides itself. */
export function Can({ of, verb, children, otherwise = null }: CanProps): ReactNode {
  return of?.[verb] ? children : otherwise
}

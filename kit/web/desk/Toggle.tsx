import { Switch } from "antd"
import type { ReactNode } from "react"
import "./toggle.css"

interface ToggleProps {
  readonly on: boolean
  readonly onTurn: (on: boolean) => void
  readonly children: string
}

/** A switch with its words: pressing either turns it. */
export function Toggle({ on, onTurn, children }: ToggleProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is a button, which a label may hold
    <label className="desk-toggle">
      <Switch checked={on} onChange={onTurn} />
      <span>{children}</span>
    </label>
  )
}

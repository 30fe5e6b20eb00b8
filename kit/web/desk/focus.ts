import { useEffect, useState } from "react"

/**
 * What opens over a page hands the focus back to what opened it. antd does so when told to close; what a screen
 * simply no longer shows would leave a keyboard at the top of the page.
 */
export function useReturn(): void {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (from instanceof HTMLElement) setTimeout(() => from.isConnected && from.focus())
    },
    [from],
  )
}

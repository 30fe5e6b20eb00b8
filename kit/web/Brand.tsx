import type { ReactNode } from "react"

/** The seal: a bridge of one arch, cut in vermilion. */
export function Seal({ size = 32 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="seal">
      <rect width="32" height="32" rx="5" fill="#a5281b" />
      <path
        d="M4 22h24M6.5 22c3-11 16-11 19 0M11 22v-5.3M16 22v-8.2M21 22v-5.3M4 26h24"
        fill="none"
        stroke="#fff"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  )
}

import { Button, type ButtonProps } from "antd"
import { type ReactNode, useRef } from "react"

interface FileButtonProps extends Pick<ButtonProps, "id" | "type" | "icon" | "loading" | "disabled"> {
  /** The endings taken, as `accept` writes them. */
  readonly accept: string
  /** The same file may be chosen again, once it was put right. */
  readonly onFile: (file: File) => unknown
  readonly children: ReactNode
}

/** A button that asks for one file. */
export function FileButton({ accept, onFile, children, ...button }: FileButtonProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        onChange={(e) => {
          const file = e.target.files?.[0]
          e.target.value = ""
          if (file) onFile(file)
        }}
      />
      <Button {...button} onClick={() => field.current?.click()}>
        {children}
      </Button>
    </>
  )
}

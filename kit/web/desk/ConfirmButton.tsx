import { Button, type ButtonProps, Popconfirm } from "antd"
import type { ReactNode } from "react"
import { useWords } from "../words.ts"

interface ConfirmButtonProps extends Omit<ButtonProps, "onClick" | "title"> {
  /** The question, in full: 停用张三的账号？ */
  readonly ask: string
  /** What will follow from it. */
  readonly detail?: string
  readonly onConfirm: () => unknown
  readonly children: ReactNode
}

/** A button whose deed is asked about once more. */
export function ConfirmButton({
  ask,
  detail,
  onConfirm,
  children,
  ...button
}: ConfirmButtonProps): ReactNode {
  const t = useWords()
  return (
    <Popconfirm
      title={ask}
      styles={{ root: { maxWidth: "calc(100vw - 32px)" } }}
      description={detail}
      okText={t("confirm.yes")}
      cancelText={t("confirm.no")}
      okButtonProps={button.danger ? { danger: true } : {}}
      onConfirm={() => void onConfirm()}
    >
      <Button {...button}>{children}</Button>
    </Popconfirm>
  )
}

import { Button, Form, type FormInstance, Modal } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "../call.ts"
import { Problem } from "../states.tsx"
import { useWords } from "../words.ts"
import { useReturn } from "./focus.ts"
import "./asking.css"

interface AskingProps<F> {
  readonly title: ReactNode
  /** What the deed means, above the fields. */
  readonly lead?: ReactNode
  readonly refused: Refusal | undefined
  readonly busy: boolean
  /** On the button that does it. */
  readonly go: string
  readonly danger?: boolean
  readonly wide?: boolean
  readonly form?: FormInstance<F>
  readonly start?: Partial<F>
  readonly onGo: (fields: F) => unknown
  readonly onClose: () => void
  /** The fields: `Form.Item`s. Two short ones stand beside each other in a `desk-pair`. */
  readonly children: ReactNode
}

/** A form over the page. What was typed is not lost by a click beside it; focus goes back to where it came from. */
export function Asking<F extends object>(props: AskingProps<F>): ReactNode {
  const t = useWords()
  useReturn()
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.onClose}
      footer={null}
      mask={{ closable: false }}
      width={props.wide ? 720 : 560}
      destroyOnHidden
    >
      {props.lead ? <p className="muted">{props.lead}</p> : null}
      {props.refused ? <Problem refusal={props.refused} /> : null}
      <Form<F>
        layout="vertical"
        requiredMark={false}
        className="desk-asking"
        {...(props.form ? { form: props.form } : {})}
        {...(props.start ? { initialValues: props.start } : {})}
        onFinish={(fields) => void props.onGo(fields)}
      >
        {props.children}
        <div className="desk-asking-go">
          <Button type="primary" danger={props.danger ?? false} htmlType="submit" loading={props.busy}>
            {props.go}
          </Button>
          <Button onClick={props.onClose}>{t("confirm.no")}</Button>
        </div>
      </Form>
    </Modal>
  )
}

import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

/** The two fields of a new password, as `password` and `again`. The server's rule is the same. */
export function NewPassword({ size = "middle" }: { size?: "large" | "middle" }): ReactNode {
  const t = useWords("accounts")
  return (
    <>
      <Form.Item
        name="password"
        label={t("password.new")}
        extra={t("password.rule")}
        rules={[{ required: true, min: 10, message: t("password.short") }]}
      >
        <Input.Password size={size} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t("password.again")}
        dependencies={["password"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, again) =>
              again === getFieldValue("password")
                ? Promise.resolve()
                : Promise.reject(new Error(t("password.differ"))),
          }),
        ]}
      >
        <Input.Password size={size} autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

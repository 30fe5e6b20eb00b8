import { type RoomSamples, simple } from "#kit/server/samples.ts"

export const samples: RoomSamples = {
  room: "账号",
  verbs: {
    "accounts.sign-out": simple("退出登录"),
    "accounts.revoke": simple("结束自己的登录"),
    "accounts.second-factor-begin": simple("设置自己的两步验证"),
    "accounts.second-factor-confirm": simple("确认自己的两步验证"),
    "accounts.issue-code": simple("发激活码"),
    "accounts.disable": simple("停用、恢复账号"),
    "accounts.me": simple("查看自己的账号与职务"),
    "accounts.sessions": simple("查看自己的登录"),
    "accounts.list": simple("查看账号名单"),
  },
}

import type { Thesaurus } from "@qiaoliang/similar"
import { complaints } from "./complaints.ts"
import { numbered, places, settings, slots } from "./places.ts"
import { thingsOfLife } from "./things-of-life.ts"
import { thingsOfStudy } from "./things-of-study.ts"
import { troubles } from "./troubles.ts"

const phrases = [
  "代班级同学反映",
  "代同学反映",
  "反映一下",
  "向您反映",
  "老师您好",
  "老师好",
  "您好",
  "你好",
  "领导好",
  "请回复",
  "望回复",
  "望解决",
  "请解决",
  "盼解决",
  "希望改进",
  "望改进",
  "尽快解决",
  "谢谢老师",
  "谢谢",
  "感谢",
  "辛苦了",
  "拜托",
  "建议",
  "反映",
] as const

const plain = [
  "同学",
  "学生",
  "同学们",
  "学校",
  "校内",
  "校园",
  "校园里",
  "咱校",
  "活动",
  "项目",
  "方向",
  "明显",
  "最明显",
  "照顾",
  "任课",
  "别人",
  "一份",
] as const

/** How students speak of their campus, from general knowledge of it and the sample register. */
export const wordsOfCampus: Thesaurus = {
  things: [...thingsOfLife, ...thingsOfStudy, ...troubles],
  places,
  settings,
  complaints: [...complaints, ...troubles],
  slots,
  numbered,
  plain,
  phrases,
}

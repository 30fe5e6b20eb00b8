/** Words for a union's own people, and for what 7.2 wants to be rid of in them. Both stand in one sentence. */
const people =
  /(?:学生会|研究生会|学联|权益部|权益服务部)[^，。；！？\s]{0,6}(?:干部|干事|部长|主席|工作人员|负责人|成员)|学生干部|(?:学生会|研究生会)的?(?:人|学长|学姐)(?!数|气)/
const conduct =
  /官僚|官架子|摆架子|官腔|官威|官气|颐指气使|高高在上|耍威风|态度[^，。；]{0,3}(?:差|恶劣|傲慢|蛮横|不好|冷淡|敷衍)|傲慢|蛮横|骂人|辱骂|骂同学|吼同学|呵斥|训斥|训同学|欺负|刁难|使唤|差遣|谋私|徇私|走后门|内定|暗箱|收(?:钱|礼|红包|好处)|吃拿卡要|公款|大吃大喝|请客|强迫|逼(?:同学|我们|新生)|摊派|克扣|挪用|占用公物|泄露|骚扰|镀金|弄虚作假|给自己加分|作风/

/** Whether a need reports the conduct of a union's own people (7.2): then it is not for that union to handle. */
export const tellsOfConduct = (words: string): boolean =>
  words.split(/[。！？!?；;\n]/).some((sentence) => people.test(sentence) && conduct.test(sentence))

/** Categories as registers write them for it. */
export const isConduct = (category: string): boolean =>
  /^(?:投诉|反映|举报)?(?:学生会|研究生会)?(?:工作人员|学生干部|干部|干事)(?:的?作风(?:问题)?|投诉|举报)?$|^(?:作风|作风问题|干部作风|投诉学生会|学生会作风)$/.test(
    category,
  )

/** Where documents go and which are taken. */
export const documents = {
  to: "/api/evidence/document",
  accept: ".pdf,.doc,.docx,.xls,.xlsx,.csv,.jpg,.jpeg,.png",
} as const

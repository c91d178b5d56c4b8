/** Something an operator can put right. The message is a sentence for them, and all they need to see. */
export class OperatorMistake extends Error {}

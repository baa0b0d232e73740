/** Something a person can put right. Its message says what happened and what to do; anything else that is thrown is a bug. */
export class Trouble extends Error {
  override name = 'Trouble'
}

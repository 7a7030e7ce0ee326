/** Whether a text has the form of an account: twelve digits. */
export const isAccount = (text: string): boolean => /^\d{12}$/.test(text);

/** Whether a text has the form of a Region's name, such as `us-east-1`; whether there is one is another question. */
export const isRegion = (text: string): boolean => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(text);

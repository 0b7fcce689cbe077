import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { z } from 'zod';

/** A model, on any server that speaks OpenAI's Responses API. */
export interface ModelSettings {
  /** With its version. */
  url: string;
  key: string;
  model: string;
  /** Asking changes nothing, so it may be asked again. */
  maxRetries: number;
}

export interface FormQuestion<Form extends z.ZodType> {
  /** What the model is told. The data stands apart from it. */
  instructions: string;
  /** Sent as JSON; bounded by whoever asks. */
  data: object;
  /** Shown with it. */
  picture?: { type: string; bytes: Buffer } | null;
  /** What the form is called, and the only form in which the model can answer. */
  name: string;
  form: Form;
  /** More is a model that lost itself. */
  mostTokens: number;
}

export type AskInForm = <Form extends z.ZodType>(question: FormQuestion<Form>) => Promise<z.infer<Form>>;

/**
 * Asks a model about what an unknown person wrote. It has no tools and can answer only in the form given, so that a gullible
 * one can do no more than fill it in wrongly. Throws the client's errors, and where nothing in that form comes back: also
 * where the model refused to answer or was cut off.
 */
export function createAskInForm({ url, key, model, maxRetries }: ModelSettings, timeoutMs: number): AskInForm {
  const client = new OpenAI({ apiKey: key, baseURL: url, maxRetries, timeout: timeoutMs, logLevel: 'off' });
  return async ({ instructions, data, picture = null, name, form, mostTokens }) => {
    const content: OpenAI.Responses.ResponseInputMessageContentList = [
      { type: 'input_text', text: JSON.stringify(data).toWellFormed() },
    ];
    if (picture) {
      const address = `data:${picture.type};base64,${picture.bytes.toString('base64')}`;
      content.push({ type: 'input_image', image_url: address, detail: 'auto' });
    }
    const answer = await client.responses.parse({
      model,
      instructions,
      input: [{ role: 'user', content }],
      text: { format: zodTextFormat(form, name) },
      max_output_tokens: mostTokens,
      store: false,
    });
    if (answer.status !== 'completed' || !answer.output_parsed) throw new Error(`no ${name} in the answer`);
    return form.parse(answer.output_parsed);
  };
}

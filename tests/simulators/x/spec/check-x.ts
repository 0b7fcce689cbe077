import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Parameter {
  name?: string;
  in?: string;
  required?: boolean;
  explode?: boolean;
  schema?: Record<string, unknown>;
  $ref?: string;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  security?: Record<string, string[]>[];
}

interface Specification {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter>; schemas: Record<string, object> };
}

const FILE = new URL('../../../../../shared/specs/x-openapi.json', import.meta.url);

/** Whether X's published OpenAPI lies beside the project; without it nothing is held to it. */
export const specificationIsHere = existsSync(FILE);

const specification = specificationIsHere ? (JSON.parse(readFileSync(FILE, 'utf8')) as Specification) : null;
// OpenAPI 3.0 writes `nullable` and formats that ajv does not know by itself.
const ajv = new Ajv({ strict: false, coerceTypes: false, allErrors: true });
addFormats.default(ajv);
for (const format of ['int32', 'int64', 'double', 'binary', 'byte']) ajv.addFormat(format, true);
if (specification) ajv.addSchema(withIds(specification), 'x');

const validators = new Map<string, ValidateFunction>();

/** X's published paths are the references' targets. */
function withIds({ components }: Specification): object {
  return JSON.parse(JSON.stringify({ components: { schemas: components.schemas } }));
}

function validate(key: string, schema: object, value: unknown): string[] {
  let validator = validators.get(key);
  if (!validator) {
    validator = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"x#/components')));
    validators.set(key, validator);
  }
  if (validator(value)) return [];
  return (validator.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

function operationOf(method: string, route: string): Operation | null {
  if (!specification) return null;
  const operation = specification.paths[route]?.[method.toLowerCase()];
  if (!operation) throw new Error(`X's specification has no ${method} ${route}`);
  return operation;
}

/** How X lets an operation be signed, by its specification's names; null where that is not here. */
export function schemesOf(method: string, route: string): Record<string, string[]> | null {
  const operation = operationOf(method, route);
  return operation && Object.assign({}, ...(operation.security ?? []));
}

/** What a login must have been granted for an operation. */
export function scopesOf(method: string, route: string): readonly string[] {
  return schemesOf(method, route)?.OAuth2UserToken ?? [];
}

/** What is wrong with a request, by X's specification. */
export function checkRequest(
  method: string,
  route: string,
  { query, body, type }: { query: Readonly<Record<string, string>>; body: unknown; type: string },
): string[] {
  const operation = operationOf(method, route);
  if (!operation) return [];
  const name = `${method} ${route}`;
  const wanted = operation.requestBody?.content;
  const kind = wanted && (Object.keys(wanted).find((each) => type.startsWith(each)) ?? Object.keys(wanted)[0]);
  const schema = kind === undefined ? undefined : wanted?.[kind]?.schema;
  return [
    ...checkQuery(name, operation.parameters ?? [], query),
    ...(schema ? validate(`${name} body`, schema, body ?? {}) : []),
  ];
}

function checkQuery(name: string, given: readonly Parameter[], query: Readonly<Record<string, string>>): string[] {
  const parameters = given
    .map((each) =>
      each.$ref ? (specification?.components.parameters[each.$ref.split('/').at(-1) ?? ''] ?? each) : each,
    )
    .filter((each) => each.in === 'query');
  const unknown = Object.keys(query).filter((each) => !parameters.some((parameter) => parameter.name === each));
  return [
    ...unknown.map((each) => `?${each} is no parameter`),
    ...parameters.flatMap((parameter) => {
      const value = query[parameter.name ?? ''];
      if (value === undefined) return parameter.required ? [`?${parameter.name} is missing`] : [];
      const { schema = {} } = parameter;
      const read = schema.type === 'array' ? value.split(',') : schema.type === 'integer' ? Number(value) : value;
      return validate(`${name} ?${parameter.name}`, schema, read).map((problem) => `?${parameter.name} ${problem}`);
    }),
  ];
}

/** What is wrong with an answer, by X's specification. Problems of the type `about:blank` it does not know. */
export function checkAnswer(method: string, route: string, status: number, body: unknown): string[] {
  const operation = operationOf(method, route);
  if (!operation) return [];
  if (status >= 400) {
    if ((body as { type?: unknown }).type === 'about:blank') return [];
    const problem = operation.responses.default?.content?.['application/problem+json']?.schema;
    return problem ? validate(`${method} ${route} problem`, problem, body) : [];
  }
  const schema = operation.responses[String(status)]?.content?.['application/json']?.schema;
  if (!schema) return [`${status} is no answer of this operation`];
  return validate(`${method} ${route} ${status}`, schema, body);
}

/**
 * What is wrong with something that a stream tells. Which shape a payload has is told by the event's type, one level up
 * (`discriminator` in the specification, which ajv cannot follow there): alone, a post would also pass for a like.
 */
export function checkEvent(event: { data: { event_type: string; payload: object } }): string[] {
  const operation = operationOf('GET', '/2/activity/stream');
  const schema = operation?.responses['200']?.content?.['application/json']?.schema;
  if (!schema) return [];
  const { payload, ...told } = event.data;
  const shape = payloadShapes()[told.event_type];
  if (shape === undefined) return [`${told.event_type} is no type of event`];
  return [
    ...validate('an event', schema, { ...event, data: told }),
    ...validate(`the payload of ${told.event_type}`, { $ref: shape }, payload).map((each) => `payload${each}`),
  ];
}

function payloadShapes(): Record<string, string> {
  const { ActivityStreamingResponsePayload: payload } = specification?.components.schemas ?? {};
  return (payload as { discriminator: { mapping: Record<string, string> } }).discriminator.mapping;
}

import { isObject, type JsonObject, objectsIn, textIn } from '../../json.ts';
import type { FormError } from '../api-error.ts';
import { invalidForm, refusal } from '../api-error.ts';
import { type Answer, bodyOf, type Call, guildOf, type Operation } from '../operation.ts';

const mostGlobalCommands = 100;
const chatInput = 1;
/** Names of commands that are typed (docs: interactions/application-commands, "Application Command Naming"). */
const typedName = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;

function scopeOf(call: Call): string {
  if (call.params.application_id !== call.discord.world.bot.id) throw refusal.unknownApplication();
  return call.params.guild_id === undefined ? 'global' : guildOf(call).id;
}

function commandsOf(call: Call): Map<string, JsonObject> {
  const { commands } = call.discord.world;
  const scope = scopeOf(call);
  const known = commands.get(scope) ?? new Map<string, JsonObject>();
  commands.set(scope, known);
  return known;
}

function checkCommand(command: JsonObject, path: FormError['path']): FormError[] {
  const errors: FormError[] = [];
  const typed = (command.type ?? chatInput) === chatInput;
  const name = textIn(command.name) ?? '';
  if (typed && (!typedName.test(name) || name !== name.toLowerCase())) {
    errors.push({
      path: [...path, 'name'],
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Command name is invalid',
    });
  }
  if (typed && (textIn(command.description) ?? '') === '') {
    errors.push({ path: [...path, 'description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  }
  if (!typed && (textIn(command.description) ?? '') !== '') {
    const message = 'Context menu commands cannot have description';
    errors.push({ path: [...path, 'description'], code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', message });
  }
  return errors;
}

/** A command as Discord keeps it: one of the same name and kind keeps its id. */
function keep(call: Call, known: Map<string, JsonObject>, sent: JsonObject): JsonObject {
  const type = sent.type ?? chatInput;
  const before = [...known.values()].find((one) => one.name === sent.name && one.type === type);
  const { guild_id } = call.params;
  const permissions = sent.default_member_permissions;
  const defined = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  const kept: JsonObject = {
    integration_types: [0],
    contexts: null,
    ...defined,
    id: before?.id ?? call.discord.nextId(),
    application_id: call.discord.world.bot.id,
    version: call.discord.nextId(),
    type,
    description: sent.description ?? '',
    default_member_permissions: permissions == null ? null : String(permissions),
    nsfw: sent.nsfw ?? false,
    ...(guild_id === undefined ? { dm_permission: true } : { guild_id }),
  };
  known.set(String(kept.id), kept);
  return kept;
}

function overwrite(call: Call): Answer {
  const known = commandsOf(call);
  const sent = objectsIn(call.body);
  const errors = sent.flatMap((command, index) => checkCommand(command, [index]));
  if (sent.length > mostGlobalCommands) {
    errors.push({ path: [], code: 'APPLICATION_COMMAND_TOO_MANY', message: 'Too many commands' });
  }
  if (errors.length > 0) throw invalidForm(errors);
  call.discord.ledger.commandWrites += 1;
  const kept = sent.map((command) => keep(call, known, command));
  const ids = new Set(kept.map(({ id }) => String(id)));
  for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
  call.discord.changed();
  return { status: 200, body: kept };
}

function create(call: Call): Answer {
  const known = commandsOf(call);
  const errors = checkCommand(bodyOf(call), []);
  if (errors.length > 0) throw invalidForm(errors);
  const size = known.size;
  call.discord.ledger.commandWrites += 1;
  const body = keep(call, known, bodyOf(call));
  return { status: known.size > size ? 201 : 200, body };
}

function existing(call: Call): JsonObject {
  const command = commandsOf(call).get(call.params.command_id ?? '');
  if (command === undefined) throw refusal.unknownCommand();
  return command;
}

function edit(call: Call): Answer {
  const command = existing(call);
  const changed = isObject(call.body) ? call.body : {};
  call.discord.ledger.commandWrites += 1;
  Object.assign(command, changed, { version: call.discord.nextId() });
  if (changed.default_member_permissions != null) {
    command.default_member_permissions = String(changed.default_member_permissions);
  }
  return { status: 200, body: command };
}

function remove(call: Call): Answer {
  const command = existing(call);
  call.discord.ledger.commandWrites += 1;
  commandsOf(call).delete(String(command.id));
  return { status: 204 };
}

function operationsUnder(base: string): Operation[] {
  const one = `${base}/{command_id}`;
  const response = 'ApplicationCommandResponse';
  return [
    {
      method: 'get',
      path: base,
      gives: { 200: { listOf: response } },
      handle: (call) => ({ status: 200, body: [...commandsOf(call).values()] }),
    },
    {
      method: 'put',
      path: base,
      takes: { listOf: 'ApplicationCommandUpdateRequest' },
      gives: { 200: { listOf: response } },
      handle: overwrite,
    },
    {
      method: 'post',
      path: base,
      takes: 'ApplicationCommandCreateRequest',
      gives: { 200: response, 201: response },
      handle: create,
    },
    { method: 'get', path: one, gives: { 200: response }, handle: (call) => ({ status: 200, body: existing(call) }) },
    {
      method: 'patch',
      path: one,
      takes: 'ApplicationCommandPatchRequestPartial',
      gives: { 200: response },
      handle: edit,
    },
    { method: 'delete', path: one, gives: { 204: null }, handle: remove },
  ];
}

export const commandOperations: readonly Operation[] = [
  ...operationsUnder('/applications/{application_id}/commands'),
  ...operationsUnder('/applications/{application_id}/guilds/{guild_id}/commands'),
];

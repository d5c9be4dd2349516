import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

/** The schemas of c3voc and Slack, which are not ours to copy. */
const FOLDER = new URL('../../../shared/schemas/', import.meta.url);

export const hasSchemas = existsSync(FOLDER);
if (!hasSchemas) console.warn(`Tests with schemas are skipped: there is no ${FOLDER.pathname}`);

/** What the schema has against any of these schedule.xml; nothing where all are valid. */
export async function faultsInXml(xmls: readonly string[]): Promise<readonly string[]> {
  if (xmls.length === 0) return [];
  const schema = [{ fileName: 'schedule.xsd', contents: schemaText('voc-schedule.xml.xsd') }];
  const { errors } = await validateXML({
    xml: xmls.map((contents, nth) => ({ fileName: `${nth}.xml`, contents })),
    schema,
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return errors.map(error => error.message);
}

/** What the schema has against a schedule.json; nothing where it is valid. */
export function faultsInJson(json: string): readonly string[] {
  validateJson ??= compileSchema();
  if (validateJson(JSON.parse(json))) return [];
  return (validateJson.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let validateJson: ReturnType<Ajv['compile']> | undefined;

function compileSchema(): ReturnType<Ajv['compile']> {
  // The schema says "deprecated" and "$todo", and has formats that nobody defines.
  const ajv = new Ajv({ strict: false, logger: false, allErrors: false });
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json'));
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(schemaText('voc-schedule-json-schema.json')));
}

export function schemaText(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

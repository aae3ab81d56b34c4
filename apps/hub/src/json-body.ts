import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { problemOf } from './problem.js';

const maxDepth = 12;

const refused = (type: string, title: string, remedy: string): BadRequestException =>
  new BadRequestException({ problem: problemOf(400, type, title, { remedy }) });

const empty = (): BadRequestException => refused('empty-body', 'The body is empty', 'Send a JSON object; {} if the command has no fields.');
const notUtf8 = (): BadRequestException =>
  refused('encoding', 'The body is not UTF-8', 'Send the JSON in UTF-8, without a byte order mark.');
const notJson = (): BadRequestException =>
  refused('json', 'The body is not valid JSON', 'Write the body with a JSON library; compare with the example in /api/reference.');
const tooDeep = (): BadRequestException =>
  refused('json-depth', `The body is nested deeper than ${maxDepth} levels`, 'Send the fields that the command in /api/reference has.');
const reservedName = (): BadRequestException =>
  refused('json-name', 'A field has a name that no command has', 'Leave out fields like __proto__, constructor or toString.');

/** Names that every object has: a check for unknown fields could take them for known. */
const reserved = new Set(Object.getOwnPropertyNames(Object.prototype));

const inspect = (value: unknown, depth: number): void => {
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) throw tooDeep();
  if (Array.isArray(value)) return value.forEach((part) => inspect(part, depth + 1));
  for (const name of Object.keys(value)) {
    if (reserved.has(name)) throw reservedName();
    inspect((value as Readonly<Record<string, unknown>>)[name], depth + 1);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
};

/** A JSON body out of its bytes: UTF-8 only, nested only as deep as commands are, no names that JavaScript gives a meaning. */
const readJson = (bytes: Buffer): unknown => {
  if (bytes.length === 0) throw empty();
  if (!isUtf8(bytes)) throw notUtf8();
  const body = parsed(bytes.toString('utf8'));
  inspect(body, 1);
  return body;
};

/** JSON is all the hub reads: neither forms, which other sites can send, nor plain text. */
export const readOnlyJson = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, readJson(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
};

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@osteon/identity';

/** Who gets through to an endpoint: holders of a permission, everybody who is signed in, or everybody. */
export type Access = { readonly permission: Permission } | 'signed-in' | 'open';

export const ACCESS = 'osteon:access';

/** The name under which the description of the API says what an operation asks for. */
export const PERMISSION = 'x-permission';

/** Kept for the guard, and said in the description of the API by the same word. */
const access = (asked: Access): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, asked), ApiExtension(PERMISSION, typeof asked === 'string' ? asked : asked.permission));

/** The permission that one must hold at some facility; which facility it has to be is the rule's question. */
export const Allow = (permission: Permission): MethodDecorator => access({ permission });

/** For everybody who is signed in: only where the answer is cut to what each may see. */
export const SignedIn = (): MethodDecorator => access('signed-in');

/** Health and the description of the API; nothing that knows a patient. Not for services. */
export const Open = (): MethodDecorator => access('open');

type Method = (...args: unknown[]) => unknown;

const isMethod = (value: unknown): value is Method => typeof value === 'function';

const isRoute = (method: Method): boolean =>
  Reflect.hasMetadata(METHOD_METADATA, method) && Reflect.hasMetadata(PATH_METADATA, method);

const unguardedOf = (controller: object): string[] => {
  const prototype: Record<string, unknown> = Object.getPrototypeOf(controller);
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => {
      const method = prototype[name];
      return isMethod(method) && isRoute(method) && !Reflect.hasMetadata(ACCESS, method);
    })
    .map((name) => `${controller.constructor.name}.${name}`);
};

/** Throws with the name of every route that does not say who may use it. */
export const checkAccess = (modules: ModulesContainer): void => {
  const controllers = [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].map((wrapper) => wrapper.instance),
  );
  const unguarded = controllers.flatMap((controller) => unguardedOf(controller));
  if (unguarded.length > 0) throw new Error(`no @Allow on ${unguarded.join(', ')}`);
};

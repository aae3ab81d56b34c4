import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access.decorator.js';

/** Walks every route at boot and stops it when one has no declared access policy. */
@Injectable()
export class PolicyInventory implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const bare = this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Readonly<Record<string, () => unknown>>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] }))
        .filter(({ handler }) => handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler))
        .filter(({ handler }) => metatype && handler && this.reflector.getAllAndOverride(ACCESS, [handler, metatype]) === undefined)
        .map(({ name }) => `${metatype?.name ?? '?'}.${name}`);
    });
    if (bare.length > 0) throw new Error(`Routes without an access policy: ${bare.join(', ')}. Add @Access(...).`);
  }
}

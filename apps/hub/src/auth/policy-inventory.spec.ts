import 'reflect-metadata';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Access } from './access.decorator.js';
import { PolicyInventory } from './policy-inventory.js';

@Controller('open')
class DeclaredController {
  @Get()
  @Access('public')
  read(): string {
    return 'declared';
  }
}

@Access('signed-in')
@Controller('whole')
class DeclaredAsAWholeController {
  @Get()
  read(): string {
    return 'declared above';
  }
}

@Controller('bare')
class ForgottenController {
  @Get()
  read(): string {
    return 'nobody thought of who may see this';
  }
}

const boot = async (controllers: readonly Type[]): Promise<void> => {
  @Module({ imports: [DiscoveryModule], controllers: [...controllers], providers: [PolicyInventory] })
  class Application {}
  const app = await NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
  await app.close();
};

describe('the inventory of policies', () => {
  it('lets a hub start whose routes each declare who may use them', () => boot([DeclaredController, DeclaredAsAWholeController]));

  it('stops the boot at a route that declares nothing, and names it', () =>
    expect(boot([DeclaredController, ForgottenController])).rejects.toThrow('Routes without an access policy: ForgottenController.read'));
});

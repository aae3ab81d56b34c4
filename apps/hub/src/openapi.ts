import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const description = `Inter-agency coordination of young people outside school and work in Norway.
Each agency appends domain events to **one shared stream per youth**; the law and the OT–NAV agreement decide what can be appended.
Every command can be tried with \`?dryRun=true\`; a refusal names the rule, its source and the way out.`;

/** The hub's OpenAPI 3.1 document, from its routes. */
export const openApiOf = (app: NestFastifyApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Samspor')
      .setDescription(description)
      .setVersion('0.1.0')
      .setLicense('MIT', 'https://opensource.org/license/mit')
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
      .build(),
    { autoTagControllers: false },
  );

/** Serves the document at /api/openapi.json and its reference at /api/reference, everything from here. Made when first asked for: it would cost every start a third of a second. */
export const serveReference = (app: NestFastifyApplication): void =>
  SwaggerModule.setup('api/reference', app, () => openApiOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Samspor – API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, docExpansion: 'list' },
  });
